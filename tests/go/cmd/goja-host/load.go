package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
	"github.com/hashicorp/go-plugin/runner"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/emptypb"

	"pontoon/tests/go/contract"
	"pontoon/tests/go/jsmodule"
)

const (
	startTimeout = 10 * time.Second
	callTimeout  = 5 * time.Second
	pluginName   = "js_module"
)

// loaded is a plugin whose manifest was accepted.
type loaded struct {
	client   *plugin.Client
	module   contract.JSModuleServiceClient
	manifest *contract.ModuleManifest
	command  *exec.Cmd
	warnings *warnings
	stderr   *ring
}

// load does what go-go-goja does with each candidate, with its error texts.
func load(options *options, path string) (*loaded, error) {
	loaded := &loaded{
		command:  exec.Command(path),
		warnings: &warnings{},
		stderr:   &ring{},
	}
	loaded.client = plugin.NewClient(loaded.config(options))
	if err := loaded.connect(options, path); err != nil {
		loaded.client.Kill()
		if words := strings.TrimSpace(loaded.stderr.text()); words != "" {
			err = fmt.Errorf("%w; plugin stderr: %s", err, words)
		}
		return nil, err
	}
	return loaded, nil
}

func (l *loaded) config(options *options) *plugin.ClientConfig {
	config := &plugin.ClientConfig{
		HandshakeConfig:     jsmodule.Handshake,
		VersionedPlugins:    map[int]plugin.PluginSet{},
		AllowedProtocols:    []plugin.Protocol{plugin.ProtocolGRPC},
		StartTimeout:        startTimeout,
		AutoMTLS:            options.autoMTLS,
		GRPCBrokerMultiplex: options.multiplex,
		Stderr:              l.stderr,
		SyncStderr:          l.stderr,
		Logger:              hclog.New(&hclog.LoggerOptions{Level: hclog.Warn, Output: l.warnings, JSONFormat: true}),
		Cmd:                 l.command,
	}
	for _, version := range options.versions {
		config.VersionedPlugins[version] = plugin.PluginSet{pluginName: grpcPlugin{}}
	}
	if options.socketGroup != "" || options.socketFolder != "" {
		config.UnixSocketConfig = &plugin.UnixSocketConfig{Group: options.socketGroup, TempDir: options.socketFolder}
	}
	// go-plugin names a folder for the socket only to runners that are not its own.
	if options.socketFolder != "" {
		config.Cmd = nil
		config.RunnerFunc = func(_ hclog.Logger, command *exec.Cmd, _ string) (runner.Runner, error) {
			l.command.Env = command.Env
			return newProcess(l.command)
		}
	}
	return config
}

func (l *loaded) connect(options *options, path string) error {
	protocol, err := l.client.Client()
	if err != nil {
		return fmt.Errorf("start plugin %q: %w", path, err)
	}
	dispensed, err := protocol.Dispense(pluginName)
	if err != nil {
		return fmt.Errorf("dispense plugin service from %q: %w", path, err)
	}
	module, fits := dispensed.(contract.JSModuleServiceClient)
	if !fits {
		return fmt.Errorf("plugin %q dispensed unexpected type %T", path, dispensed)
	}
	l.module = module
	ctx, cancel := context.WithTimeout(context.Background(), callTimeout)
	defer cancel()
	l.manifest, err = module.GetManifest(ctx, &emptypb.Empty{})
	if err != nil {
		return fmt.Errorf("read plugin manifest from %q: %w", path, err)
	}
	if err := validate(l.manifest, options.allowed); err != nil {
		return fmt.Errorf("validate plugin manifest from %q: host validate manifest: %w", path, err)
	}
	return nil
}

// grpcPlugin is a module as go-plugin hands it to a host.
type grpcPlugin struct {
	plugin.NetRPCUnsupportedPlugin
}

func (grpcPlugin) GRPCServer(*plugin.GRPCBroker, *grpc.Server) error {
	return errors.New("this is a host, not a plugin")
}

func (grpcPlugin) GRPCClient(_ context.Context, _ *plugin.GRPCBroker, connection *grpc.ClientConn) (any, error) {
	return contract.NewJSModuleServiceClient(connection), nil
}
