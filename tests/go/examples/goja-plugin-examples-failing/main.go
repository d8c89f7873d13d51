// goja-plugin-examples-failing is plugin:examples:failing in Go: what an error looks like to the caller.
package main

import (
	"context"
	"fmt"

	"pontoon/tests/go/jsmodule"
)

func main() {
	jsmodule.Serve(jsmodule.New("plugin:examples:failing", "v1", "Fails when it is asked to.").
		Capabilities("examples", "errors").
		Function("always", "always(reason = \"forced failure\"): an error, every time.", always).
		Function("sometimes", "sometimes(mode = \"ok\"): an error in the mode \"fail\".", sometimes).
		Object("checks", "Errors for a cause.",
			jsmodule.Method{
				Name:    "requirePositive",
				Summary: "requirePositive(value): an error unless the number is positive",
				Tags:    []string{"validation"},
				Handler: requirePositive,
			}))
}

func always(_ context.Context, call *jsmodule.Call) (any, error) {
	return nil, fmt.Errorf("always failed: %s", call.StringDefault(0, "forced failure"))
}

func sometimes(_ context.Context, call *jsmodule.Call) (any, error) {
	mode := call.StringDefault(0, "ok")
	if mode == "fail" {
		return nil, fmt.Errorf("sometimes failed because mode=%q", mode)
	}
	return map[string]any{"ok": true, "mode": mode}, nil
}

func requirePositive(_ context.Context, call *jsmodule.Call) (any, error) {
	value, err := call.Number(0)
	if err != nil {
		return nil, err
	}
	// Neither is what is not a number.
	if !(value > 0) {
		return nil, fmt.Errorf("value must be positive, got %v", value)
	}
	return map[string]any{"value": value, "ok": true}, nil
}
