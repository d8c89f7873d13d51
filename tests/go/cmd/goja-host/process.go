package main

import (
	"context"
	"fmt"
	"io"
	"os/exec"
)

// process runs a plugin for go-plugin as its own runner does, which it keeps to itself.
type process struct {
	command        *exec.Cmd
	stdout, stderr io.ReadCloser
}

func newProcess(command *exec.Cmd) (*process, error) {
	stdout, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	stderr, err := command.StderrPipe()
	if err != nil {
		return nil, err
	}
	return &process{command: command, stdout: stdout, stderr: stderr}, nil
}

func (p *process) Start(context.Context) error {
	return p.command.Start()
}

func (p *process) Wait(context.Context) error {
	return p.command.Wait()
}

func (p *process) Kill(context.Context) error {
	return p.command.Process.Kill()
}

func (p *process) Stdout() io.ReadCloser {
	return p.stdout
}

func (p *process) Stderr() io.ReadCloser {
	return p.stderr
}

func (p *process) Name() string {
	return p.command.Path
}

func (p *process) ID() string {
	return fmt.Sprint(p.command.Process.Pid)
}

func (p *process) Diagnose(context.Context) string {
	return ""
}

func (p *process) PluginToHost(network, address string) (string, string, error) {
	return network, address, nil
}

func (p *process) HostToPlugin(network, address string) (string, string, error) {
	return network, address, nil
}
