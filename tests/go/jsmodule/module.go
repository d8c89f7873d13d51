// Package jsmodule serves one JavaScript module on the genuine go-plugin: the cookie, the versions, the service, the
// way to read arguments and the texts are those of go-go-goja's SDK, with types named as JavaScript users name them.
// It does not check what a module publishes: that is a host's to find out.
package jsmodule

import (
	"context"

	"pontoon/tests/go/contract"
)

// Handler answers one call. The context ends when the caller no longer waits. The result is normalised, see encode;
// a whole response is sent as it is.
type Handler func(ctx context.Context, call *Call) (any, error)

// Module is a manifest with a handler for each of its functions and methods.
type Module struct {
	manifest *contract.ModuleManifest
	handlers map[name]Handler
}

type name struct{ export, method string }

// Method is one function of an object export.
type Method struct {
	Name string
	// Summary begins with the signature, such as `upper(text = ""): the text in upper case`.
	Summary string
	Doc     string
	Tags    []string
	Handler Handler
}

// New makes a module that publishes nothing yet.
func New(module, version, doc string) *Module {
	return &Module{
		manifest: &contract.ModuleManifest{ModuleName: module, Version: version, Doc: doc},
		handlers: map[name]Handler{},
	}
}

// Capabilities says what the module is about.
func (m *Module) Capabilities(capabilities ...string) *Module {
	m.manifest.Capabilities = append(m.manifest.Capabilities, capabilities...)
	return m
}

// Function adds a function export. The doc begins with the signature.
func (m *Module) Function(export, doc string, handler Handler) *Module {
	m.manifest.Exports = append(m.manifest.Exports, &contract.ExportSpec{
		Name: export,
		Kind: contract.ExportKind_EXPORT_KIND_FUNCTION,
		Doc:  doc,
	})
	m.handlers[name{export: export}] = handler
	return m
}

// Object adds an object export with its methods.
func (m *Module) Object(export, doc string, methods ...Method) *Module {
	spec := &contract.ExportSpec{Name: export, Kind: contract.ExportKind_EXPORT_KIND_OBJECT, Doc: doc}
	for _, method := range methods {
		spec.MethodSpecs = append(spec.MethodSpecs, &contract.MethodSpec{
			Name:    method.Name,
			Summary: method.Summary,
			Doc:     method.Doc,
			Tags:    method.Tags,
		})
		m.handlers[name{export, method.Name}] = method.Handler
	}
	m.manifest.Exports = append(m.manifest.Exports, spec)
	return m
}
