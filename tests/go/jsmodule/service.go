package jsmodule

import (
	"context"
	"fmt"
	"strings"

	"google.golang.org/protobuf/types/known/emptypb"

	"pontoon/tests/go/contract"
)

// service is the module on the wire.
type service struct {
	contract.UnimplementedJSModuleServiceServer
	module *Module
}

func (s *service) GetManifest(context.Context, *emptypb.Empty) (*contract.ModuleManifest, error) {
	return s.module.manifest, nil
}

func (s *service) Invoke(ctx context.Context, request *contract.InvokeRequest) (*contract.InvokeResponse, error) {
	call := &Call{
		Export:    strings.TrimSpace(request.GetExportName()),
		Method:    strings.TrimSpace(request.GetMethodName()),
		arguments: request.GetArgs(),
	}
	handler, known := s.module.handlers[name{call.Export, call.Method}]
	if !known {
		return nil, fmt.Errorf("sdk invoke: unsupported export %q method %q", call.Export, call.Method)
	}
	result, err := handler(ctx, call)
	if err != nil {
		return nil, err
	}
	if response, ready := result.(*contract.InvokeResponse); ready {
		return response, nil
	}
	value, err := encode(result)
	if err != nil {
		return nil, fmt.Errorf("sdk invoke %q/%q: sdk encode result: %w", call.Export, call.Method, err)
	}
	return &contract.InvokeResponse{Result: value}, nil
}
