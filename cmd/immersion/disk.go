package main

import (
	"fmt"
	"syscall"
)

// freeDisk is how many bytes may still be written into a folder.
func freeDisk(folder string) (int64, error) {
	var at syscall.Statfs_t
	if err := syscall.Statfs(folder, &at); err != nil {
		return 0, fmt.Errorf("look how full the disk is: %w", err)
	}
	return int64(at.Bavail) * int64(at.Bsize), nil
}
