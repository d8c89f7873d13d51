package main

import (
	"context"
	"fmt"

	"github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"
	reflection "google.golang.org/grpc/reflection/grpc_reflection_v1"

	"pontoon/tests/go/contract"
)

// describe says what was loaded, and with `inspect` what go-plugin's ping and gRPC's reflection answer.
func (l *loaded) describe(inspect bool) (map[string]any, error) {
	address := l.client.ReattachConfig()
	description := map[string]any{
		"manifest": manifestFields(l.manifest),
		"version":  l.client.NegotiatedVersion(),
	}
	if address != nil {
		description["address"] = address.Addr.String()
	}
	if !inspect {
		return description, nil
	}
	protocol, err := l.client.Client()
	if err != nil {
		return nil, fmt.Errorf("connect once more: %w", err)
	}
	if err := protocol.Ping(); err != nil {
		return nil, fmt.Errorf("ping: %w", err)
	}
	connection := protocol.(*plugin.GRPCClient).Conn
	for _, version := range []string{"v1", "v1alpha"} {
		names, err := services(connection, version)
		if err != nil {
			return nil, fmt.Errorf("list the services (%s): %w", version, err)
		}
		description["services "+version] = names
	}
	return description, nil
}

// services lists the services by one version of reflection. The messages of all versions are the same on the wire.
func services(connection *grpc.ClientConn, version string) ([]any, error) {
	ctx, cancel := context.WithTimeout(context.Background(), callTimeout)
	defer cancel()
	method := "/grpc.reflection." + version + ".ServerReflection/ServerReflectionInfo"
	stream, err := connection.NewStream(ctx, &grpc.StreamDesc{ClientStreams: true, ServerStreams: true}, method)
	if err != nil {
		return nil, err
	}
	request := &reflection.ServerReflectionRequest{
		MessageRequest: &reflection.ServerReflectionRequest_ListServices{},
	}
	if err := stream.SendMsg(request); err != nil {
		return nil, err
	}
	answer := &reflection.ServerReflectionResponse{}
	if err := stream.RecvMsg(answer); err != nil {
		return nil, err
	}
	names := []any{}
	for _, service := range answer.GetListServicesResponse().GetService() {
		names = append(names, service.GetName())
	}
	return names, nil
}

func manifestFields(manifest *contract.ModuleManifest) map[string]any {
	exports := []any{}
	for _, export := range manifest.GetExports() {
		methods := []any{}
		for _, method := range export.GetMethodSpecs() {
			methods = append(methods, map[string]any{
				"name":    method.GetName(),
				"summary": method.GetSummary(),
				"doc":     method.GetDoc(),
				"tags":    texts(method.GetTags()),
			})
		}
		exports = append(exports, map[string]any{
			"name":    export.GetName(),
			"kind":    export.GetKind().String(),
			"doc":     export.GetDoc(),
			"methods": methods,
		})
	}
	return map[string]any{
		"module":       manifest.GetModuleName(),
		"version":      manifest.GetVersion(),
		"doc":          manifest.GetDoc(),
		"capabilities": texts(manifest.GetCapabilities()),
		"exports":      exports,
	}
}

func texts(list []string) []any {
	items := []any{}
	for _, text := range list {
		items = append(items, text)
	}
	return items
}
