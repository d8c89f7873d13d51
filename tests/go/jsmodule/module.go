// Package jsmodule serves one JavaScript module on the genuine go-plugin, with the cookie, the versions and the
// service that go-go-goja's plugins have. It checks nothing: what a test wants to publish, it publishes.
package jsmodule

import (
	"context"
	"fmt"

	"google.golang.org/protobuf/types/known/emptypb"
	"google.golang.org/protobuf/types/known/structpb"

	"pontoon/tests/go/contract"
)

// Handler answers one call. The context ends when the caller no longer waits.
type Handler func(ctx context.Context, args Args) (*structpb.Value, error)

// Module is a manifest with a handler for each of its functions and methods.
type Module struct {
	manifest *contract.ModuleManifest
	handlers map[name]Handler
}

type name struct{ export, method string }

// New makes a module that publishes nothing yet.
func New(module, version, doc string) *Module {
	return &Module{
		manifest: &contract.ModuleManifest{ModuleName: module, Version: version, Doc: doc},
		handlers: map[name]Handler{},
	}
}

// Function adds a function export.
func (m *Module) Function(export, doc string, handler Handler) *Module {
	m.manifest.Exports = append(m.manifest.Exports, &contract.ExportSpec{
		Name: export,
		Kind: contract.ExportKind_EXPORT_KIND_FUNCTION,
		Doc:  doc,
	})
	m.handlers[name{export: export}] = handler
	return m
}

// Method adds a method to an object export, and the object with its first method.
func (m *Module) Method(export, method, summary string, handler Handler) *Module {
	spec := &contract.MethodSpec{Name: method, Summary: summary}
	if object := m.object(export); object != nil {
		object.MethodSpecs = append(object.MethodSpecs, spec)
	} else {
		m.manifest.Exports = append(m.manifest.Exports, &contract.ExportSpec{
			Name:        export,
			Kind:        contract.ExportKind_EXPORT_KIND_OBJECT,
			MethodSpecs: []*contract.MethodSpec{spec},
		})
	}
	m.handlers[name{export, method}] = handler
	return m
}

func (m *Module) object(export string) *contract.ExportSpec {
	for _, spec := range m.manifest.Exports {
		if spec.Name == export && spec.Kind == contract.ExportKind_EXPORT_KIND_OBJECT {
			return spec
		}
	}
	return nil
}

// service is the module on the wire.
type service struct {
	contract.UnimplementedJSModuleServiceServer
	module *Module
}

func (s *service) GetManifest(context.Context, *emptypb.Empty) (*contract.ModuleManifest, error) {
	return s.module.manifest, nil
}

func (s *service) Invoke(ctx context.Context, call *contract.InvokeRequest) (*contract.InvokeResponse, error) {
	handler, known := s.module.handlers[name{call.GetExportName(), call.GetMethodName()}]
	if !known {
		return nil, fmt.Errorf("sdk invoke: unsupported export %q method %q", call.GetExportName(), call.GetMethodName())
	}
	result, err := handler(ctx, call.GetArgs())
	if err != nil {
		return nil, err
	}
	return &contract.InvokeResponse{Result: result}, nil
}
