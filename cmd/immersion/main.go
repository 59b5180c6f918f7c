// Command immersion runs a customer immersion room: one server, a browser on
// every screen, and a scenario in files.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/alecthomas/kong"
)

// What the program exits with.
const (
	exitFault = 1 // something is wrong with the files, or the room stopped by an error
	exitUsage = 2 // the command line makes no sense
)

type commands struct {
	Serve    Options         `cmd:"" default:"withargs" help:"Run a room. This is what happens without a command."`
	New      newCommand      `cmd:"" help:"Write a small complete scenario to begin with."`
	Check    checkCommand    `cmd:"" help:"Check a scenario's folder or a room file, and print every fault."`
	Schema   schemaCommand   `cmd:"" help:"Print a JSON Schema, for editors."`
	Pack     packCommand     `cmd:"" help:"Put a scenario's folder into one file, to take it elsewhere."`
	Words    wordsCommand    `cmd:"" help:"Print the words of the interface, to translate them or to say them otherwise."`
	Import   importCommand   `cmd:"" help:"Make a station's settings of files that other programs wrote."`
	Export   exportCommand   `cmd:"" help:"Write what managers may read into a file."`
	Rebuild  rebuildCommand  `cmd:"" help:"Make what visits add to the figures anew from their facts. The room must not run."`
	Backup   backupCommand   `cmd:"" help:"Copy the room's file into the folder backups beside it, while the room runs."`
	Rehearse rehearseCommand `cmd:"" help:"Let synthetic visitors walk a running room, and print how many people an hour it takes and where they wait."`
	Retain   retainCommand   `cmd:"" help:"Erase what the room file keeps no longer. A running room does it by itself."`
	Version  struct{}        `cmd:"" help:"Print the version."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run does what the arguments say and returns the exit code.
func run(ctx context.Context, args []string, out, errs io.Writer) int {
	var c commands
	helped := false
	parser, err := kong.New(&c, kong.Name("immersion"), kong.Writers(out, errs),
		kong.Description("A room in which a company walks through what its customers walk through."),
		kong.ConfigureHelp(kong.HelpOptions{NoExpandSubcommands: true}), kong.Exit(func(int) { helped = true }))
	if err != nil {
		panic(err) // the declaration above is wrong
	}
	chosen, err := parser.Parse(args)
	if helped {
		return 0
	}
	if err != nil {
		fmt.Fprintf(errs, "immersion: %v\nimmersion --help says what there is.\n", err)
		return exitUsage
	}
	switch chosen.Command() {
	case "version":
		fmt.Fprintln(out, version())
		return 0
	case "new <dir>":
		return c.New.run(out, errs)
	case "schema", "schema <of>":
		return c.Schema.run(out, errs)
	case "words", "words <language>":
		return c.Words.run(out, errs)
	case "pack <dir>":
		return c.Pack.run(out, errs)
	case "import <kind> <files>":
		return c.Import.run(out, errs)
	case "export <format>":
		return c.Export.run(ctx, out, errs)
	case "rebuild":
		return c.Rebuild.run(ctx, out, errs)
	case "backup":
		return c.Backup.run(ctx, out, errs)
	case "retain":
		return c.Retain.run(ctx, out, errs)
	case "rehearse":
		return c.Rehearse.run(ctx, out, errs)
	case "check <path>":
		return c.Check.run(out, errs)
	}
	return serve(ctx, c.Serve, out, errs)
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "immersion, of an unknown version"
	}
	text := "immersion " + info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			text += " (" + s.Value[:min(12, len(s.Value))] + ")"
		}
	}
	return text
}
