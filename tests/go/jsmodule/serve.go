package jsmodule

import (
	"context"
	"errors"

	"github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"

	"pontoon/tests/go/contract"
)

// Handshake is what a host and its plugins say to each other before anything else. The version is that of the
// sets of plugins, which both ends name themselves.
var Handshake = plugin.HandshakeConfig{
	ProtocolVersion:  1,
	MagicCookieKey:   "GO_GO_GOJA_PLUGIN",
	MagicCookieValue: "js-module",
}

// Serve is the main function of a plugin. It returns when the host no longer wants the plugin.
func Serve(module *Module) {
	plugin.Serve(&plugin.ServeConfig{
		HandshakeConfig: Handshake,
		VersionedPlugins: map[int]plugin.PluginSet{
			1: {"js_module": &grpcPlugin{module: module}},
		},
		GRPCServer: plugin.DefaultGRPCServer,
	})
}

// grpcPlugin is the module as go-plugin knows it.
type grpcPlugin struct {
	plugin.NetRPCUnsupportedPlugin
	module *Module
}

func (p *grpcPlugin) GRPCServer(_ *plugin.GRPCBroker, server *grpc.Server) error {
	contract.RegisterJSModuleServiceServer(server, &service{module: p.module})
	return nil
}

func (p *grpcPlugin) GRPCClient(context.Context, *plugin.GRPCBroker, *grpc.ClientConn) (any, error) {
	return nil, errors.New("this is a plugin, not a host")
}
