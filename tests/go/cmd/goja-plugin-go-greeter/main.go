// goja-plugin-go-greeter is plugin:go:greeter: the greeter as a Go author writes it, and a few functions that show
// how a host treats a plugin built on the genuine go-plugin.
package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"pontoon/tests/go/jsmodule"
)

func main() {
	jsmodule.Serve(jsmodule.New("plugin:go:greeter", "v1", "Greets people, from Go.").
		Function("greet", "greet(name = \"world\"): a greeting for the name.", greet).
		Object("strings", "Changes the case of text.",
			jsmodule.Method{Name: "upper", Summary: "upper(text = \"\"): the text in upper case", Handler: upper},
			jsmodule.Method{Name: "lower", Summary: "lower(text = \"\"): the text in lower case", Handler: lower}).
		Object("meta", "Facts about the plugin itself.",
			jsmodule.Method{Name: "pid", Summary: "pid(): the id of the plugin's process", Handler: pid},
			jsmodule.Method{
				Name:    "cancelled",
				Summary: "cancelled(): how many calls of sleep were cancelled",
				Handler: cancelled,
			}).
		Function("fail", "fail(text): an error with this text.", fail).
		Function("sleep", "sleep(ms): null after that time, unless it is cancelled.", sleep).
		Function("print", "print(n): writes so many bytes to os.Stdout and returns their count.", print).
		Function("echo", "echo(value): the value.", echo))
}

func greet(_ context.Context, call *jsmodule.Call) (any, error) {
	return "hello, " + call.StringDefault(0, "world"), nil
}

func upper(_ context.Context, call *jsmodule.Call) (any, error) {
	return strings.ToUpper(call.StringDefault(0, "")), nil
}

func lower(_ context.Context, call *jsmodule.Call) (any, error) {
	return strings.ToLower(call.StringDefault(0, "")), nil
}

func pid(context.Context, *jsmodule.Call) (any, error) {
	return os.Getpid(), nil
}

var cancelledSleeps atomic.Int64

func cancelled(context.Context, *jsmodule.Call) (any, error) {
	return cancelledSleeps.Load(), nil
}

func fail(_ context.Context, call *jsmodule.Call) (any, error) {
	return nil, errors.New(call.StringDefault(0, "always failed"))
}

func sleep(ctx context.Context, call *jsmodule.Call) (any, error) {
	milliseconds, err := call.Number(0)
	if err != nil {
		return nil, err
	}
	select {
	case <-time.After(time.Duration(milliseconds) * time.Millisecond):
		return nil, nil
	case <-ctx.Done():
		cancelledSleeps.Add(1)
		return nil, ctx.Err()
	}
}

// go-plugin sends what is written here to the host, and the writer waits until it was read.
func print(_ context.Context, call *jsmodule.Call) (any, error) {
	count, err := call.Number(0)
	if err != nil {
		return nil, err
	}
	return os.Stdout.Write(bytes.Repeat([]byte{'.'}, int(count)))
}

func echo(_ context.Context, call *jsmodule.Call) (any, error) {
	return call.Raw(0), nil
}
