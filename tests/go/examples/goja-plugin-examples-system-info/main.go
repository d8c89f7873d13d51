// goja-plugin-examples-system-info is plugin:examples:system-info in Go: functions beside objects, and nested answers.
package main

import (
	"context"
	"os"
	"runtime"
	"strings"
	"time"

	"pontoon/tests/go/jsmodule"
)

func main() {
	jsmodule.Serve(jsmodule.New("plugin:examples:system-info", "v1", "Tells where it runs.").
		Capabilities("examples", "mixed-exports", "nested-results").
		Function("hostname", "hostname(): the name of this machine.", hostname).
		Function("envSummary", "envSummary(prefix = \"GO\"): the plugin's environment variables that begin so.", envSummary).
		Object("runtime", "The plugin's own process.",
			jsmodule.Method{
				Name:    "snapshot",
				Summary: "snapshot(): the process and its machine, now",
				Tags:    []string{"runtime"},
				Handler: snapshot,
			}))
}

func hostname(context.Context, *jsmodule.Call) (any, error) {
	return os.Hostname()
}

func envSummary(_ context.Context, call *jsmodule.Call) (any, error) {
	prefix := call.StringDefault(0, "GO")
	values := map[string]string{}
	for _, variable := range os.Environ() {
		if name, value, _ := strings.Cut(variable, "="); strings.HasPrefix(name, prefix) {
			values[name] = value
		}
	}
	return map[string]any{"prefix": prefix, "count": len(values), "values": values}, nil
}

func snapshot(context.Context, *jsmodule.Call) (any, error) {
	folder, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	executable, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"goVersion":  runtime.Version(),
		"goos":       runtime.GOOS,
		"goarch":     runtime.GOARCH,
		"cpus":       runtime.NumCPU(),
		"pid":        os.Getpid(),
		"cwd":        folder,
		"executable": map[string]any{"path": executable},
		"timestamp":  time.Now().Format(time.RFC3339),
	}, nil
}
