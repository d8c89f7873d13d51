// goja-plugin-adder is plugin:adder: a whole plugin in one file.
package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/emptypb"
	"google.golang.org/protobuf/types/known/structpb"

	"pontoon/tests/go/contract"
)

func main() {
	plugin.Serve(&plugin.ServeConfig{
		HandshakeConfig: plugin.HandshakeConfig{
			ProtocolVersion:  1,
			MagicCookieKey:   "GO_GO_GOJA_PLUGIN",
			MagicCookieValue: "js-module",
		},
		VersionedPlugins: map[int]plugin.PluginSet{1: {"js_module": &adder{}}},
		GRPCServer:       plugin.DefaultGRPCServer,
	})
}

// adder is the plugin as go-plugin knows it, and its service.
type adder struct {
	plugin.NetRPCUnsupportedPlugin
	contract.UnimplementedJSModuleServiceServer
}

func (a *adder) GRPCServer(_ *plugin.GRPCBroker, server *grpc.Server) error {
	contract.RegisterJSModuleServiceServer(server, a)
	return nil
}

func (a *adder) GRPCClient(context.Context, *plugin.GRPCBroker, *grpc.ClientConn) (any, error) {
	return nil, errors.New("this is a plugin, not a host")
}

// GetManifest says what require("plugin:adder") gives. A text that begins with the call shows its parameters.
func (a *adder) GetManifest(context.Context, *emptypb.Empty) (*contract.ModuleManifest, error) {
	return &contract.ModuleManifest{
		ModuleName: "plugin:adder",
		Version:    "v1",
		Doc:        "Adds numbers, and repeats text.",
		Exports: []*contract.ExportSpec{
			{
				Name: "add",
				Kind: contract.ExportKind_EXPORT_KIND_FUNCTION,
				Doc:  "add(a, b): the sum of two numbers.",
			},
			{
				Name: "text",
				Kind: contract.ExportKind_EXPORT_KIND_OBJECT,
				Doc:  "Works on text.",
				MethodSpecs: []*contract.MethodSpec{
					{Name: "repeat", Summary: "repeat(text, times = 2): the text, so many times"},
				},
			},
		},
	}, nil
}

// Invoke answers one call; several may come at once. An error's text is what the script's PluginError says.
func (a *adder) Invoke(_ context.Context, call *contract.InvokeRequest) (*contract.InvokeResponse, error) {
	var result *structpb.Value
	var err error
	switch args := call.GetArgs(); {
	case call.GetExportName() == "add":
		result, err = add(args)
	case call.GetExportName() == "text" && call.GetMethodName() == "repeat":
		result, err = repeat(args)
	default:
		err = fmt.Errorf("no such export: %s %s", call.GetExportName(), call.GetMethodName())
	}
	if err != nil {
		return nil, err
	}
	return &contract.InvokeResponse{Result: result}, nil
}

func add(args []*structpb.Value) (*structpb.Value, error) {
	sum := 0.0
	for index := range 2 {
		number, err := numberAt(args, index)
		if err != nil {
			return nil, err
		}
		sum += number
	}
	return structpb.NewNumberValue(sum), nil
}

func repeat(args []*structpb.Value) (*structpb.Value, error) {
	times := 2.0
	if len(args) > 1 {
		var err error
		if times, err = numberAt(args, 1); err != nil {
			return nil, err
		}
	}
	if len(args) == 0 || times < 0 || times > 1000 {
		return nil, errors.New("repeat takes a text, and at most 1000 times")
	}
	return structpb.NewStringValue(strings.Repeat(args[0].GetStringValue(), int(times))), nil
}

func numberAt(args []*structpb.Value, index int) (float64, error) {
	if index < len(args) {
		if number, is := args[index].GetKind().(*structpb.Value_NumberValue); is {
			return number.NumberValue, nil
		}
	}
	return 0, fmt.Errorf("argument %d must be a number", index)
}
