package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"pontoon/tests/go/contract"
)

const namespace = "plugin:"

// validate is go-go-goja's order of rules, and its texts: the first rule that is broken is told.
func validate(manifest *contract.ModuleManifest, allowed []string) error {
	if manifest == nil {
		return errors.New("plugin manifest is nil")
	}
	module := strings.TrimSpace(manifest.GetModuleName())
	switch {
	case module == "":
		return errors.New("plugin manifest module name is empty")
	case !strings.HasPrefix(module, namespace):
		return fmt.Errorf("plugin module %q must use namespace %q", module, namespace)
	case len(allowed) > 0 && !slices.Contains(allowed, module):
		return fmt.Errorf("plugin module %q is not in the allowlist", module)
	}
	seen := map[string]bool{}
	for _, export := range manifest.GetExports() {
		name := strings.TrimSpace(export.GetName())
		if name == "" {
			return fmt.Errorf("plugin module %q has an export with empty name", module)
		}
		if seen[name] {
			return fmt.Errorf("plugin module %q has duplicate export %q", module, name)
		}
		seen[name] = true
		if err := validateExport(module, name, export); err != nil {
			return err
		}
	}
	return nil
}

func validateExport(module, name string, export *contract.ExportSpec) error {
	switch export.GetKind() {
	case contract.ExportKind_EXPORT_KIND_UNSPECIFIED:
		return fmt.Errorf("plugin module %q export %q has unspecified kind", module, name)
	case contract.ExportKind_EXPORT_KIND_FUNCTION:
		if len(export.GetMethodSpecs()) > 0 {
			return fmt.Errorf("function export %q in module %q must not define methods", name, module)
		}
		return nil
	case contract.ExportKind_EXPORT_KIND_OBJECT:
		return validateMethods(module, name, export.GetMethodSpecs())
	default:
		return fmt.Errorf("plugin module %q export %q has unsupported kind %q", module, name, export.GetKind())
	}
}

func validateMethods(module, export string, methods []*contract.MethodSpec) error {
	if len(methods) == 0 {
		return fmt.Errorf("object export %q in module %q must define methods", export, module)
	}
	seen := map[string]bool{}
	for _, method := range methods {
		name := strings.TrimSpace(method.GetName())
		if name == "" {
			return fmt.Errorf("object export %q in module %q has an empty method name", export, module)
		}
		if seen[name] {
			return fmt.Errorf("object export %q in module %q has duplicate method %q", export, module, name)
		}
		seen[name] = true
	}
	return nil
}
