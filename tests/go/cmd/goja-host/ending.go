package main

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"reflect"
	"time"
)

// patience is how long go-plugin's Kill may take: it waits for ever for a plugin that is stopped.
const patience = 20 * time.Second

// end kills the plugin as go-plugin understands it, and tells how that went.
func (l *loaded) end() map[string]any {
	socket := l.socket()
	rescue := time.AfterFunc(patience, func() {
		_ = l.command.Process.Kill()
		say(map[string]any{"error": "the plugin did not end within " + patience.String()})
		os.Exit(1)
	})
	defer rescue.Stop()
	started := time.Now()
	l.client.Kill()
	took := time.Since(started)
	_, err := os.Lstat(socket)
	return map[string]any{
		"exitCode":      l.command.ProcessState.ExitCode(),
		"processKilled": processKilled(l),
		"milliseconds":  int(took.Milliseconds()),
		"socket":        socket,
		"socketRemoved": errors.Is(err, fs.ErrNotExist),
		"warnings":      l.warnings.lines(),
		"stderr":        l.stderr.text(),
	}
}

func (l *loaded) socket() string {
	address, err := l.client.Start()
	if unix, is := address.(*net.UnixAddr); err == nil && is {
		return unix.Name
	}
	return ""
}

// processKilled is what go-plugin's own tests look at. It is set when a plugin did not end by itself.
func processKilled(l *loaded) bool {
	return reflect.ValueOf(l.client).Elem().FieldByName("processKilled").Bool()
}
