package main

import (
	"context"
	"runtime"
	"time"

	"immersion/kiosk/server"
)

// about is the program as a support bundle tells of it.
type about struct {
	Version string    `json:"version"`
	Go      string    `json:"go"`
	System  string    `json:"system"`
	Cores   int       `json:"cores"`
	Memory  uint64    `json:"memory"` // bytes that the program holds
	Free    int64     `json:"free"`   // bytes on the disk of the data folder; 0 where that cannot be told
	Started time.Time `json:"started"`
	Now     time.Time `json:"now"`
}

// support tells how the program is.
func (p *Program) support(ctx context.Context) (server.Support, error) {
	sizes, err := p.journal.Sizes(ctx)
	if err != nil {
		return server.Support{}, err
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	free, _ := freeDisk(p.data)
	return server.Support{Journal: sizes, Warnings: p.recent.all(), About: about{
		Version: version(), Go: runtime.Version(), System: runtime.GOOS + " " + runtime.GOARCH, Cores: runtime.NumCPU(),
		Memory: memory.Sys, Free: free, Started: p.started, Now: time.Now(),
	}}, nil
}
