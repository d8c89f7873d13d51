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

	"google.golang.org/protobuf/types/known/structpb"

	"pontoon/tests/go/jsmodule"
)

func main() {
	jsmodule.Serve(jsmodule.New("plugin:go:greeter", "v1", "Greets people, from Go.").
		Function("greet", "greet(name = \"world\"): a greeting for the name.", greet).
		Method("strings", "upper", "upper(text = \"\"): the text in upper case", upper).
		Method("strings", "lower", "lower(text = \"\"): the text in lower case", lower).
		Method("meta", "pid", "pid(): the id of the plugin's process", pid).
		Method("meta", "cancelled", "cancelled(): how many calls of sleep were cancelled", cancelled).
		Function("fail", "fail(text): an error with this text.", fail).
		Function("sleep", "sleep(ms): null after that time, unless it is cancelled.", sleep).
		Function("print", "print(n): writes so many bytes to os.Stdout and returns their count.", print).
		Function("echo", "echo(value): the value.", echo))
}

func greet(_ context.Context, args jsmodule.Args) (*structpb.Value, error) {
	return structpb.NewStringValue("hello, " + args.Text(0, "world")), nil
}

func upper(_ context.Context, args jsmodule.Args) (*structpb.Value, error) {
	return structpb.NewStringValue(strings.ToUpper(args.Text(0, ""))), nil
}

func lower(_ context.Context, args jsmodule.Args) (*structpb.Value, error) {
	return structpb.NewStringValue(strings.ToLower(args.Text(0, ""))), nil
}

func pid(context.Context, jsmodule.Args) (*structpb.Value, error) {
	return structpb.NewNumberValue(float64(os.Getpid())), nil
}

var cancelledSleeps atomic.Int64

func cancelled(context.Context, jsmodule.Args) (*structpb.Value, error) {
	return structpb.NewNumberValue(float64(cancelledSleeps.Load())), nil
}

func fail(_ context.Context, args jsmodule.Args) (*structpb.Value, error) {
	return nil, errors.New(args.Text(0, "always failed"))
}

func sleep(ctx context.Context, args jsmodule.Args) (*structpb.Value, error) {
	select {
	case <-time.After(time.Duration(args.Number(0)) * time.Millisecond):
		return structpb.NewNullValue(), nil
	case <-ctx.Done():
		cancelledSleeps.Add(1)
		return nil, ctx.Err()
	}
}

// go-plugin sends what is written here to the host, and the writer waits until it was read.
func print(_ context.Context, args jsmodule.Args) (*structpb.Value, error) {
	written, err := os.Stdout.Write(bytes.Repeat([]byte{'.'}, int(args.Number(0))))
	return structpb.NewNumberValue(float64(written)), err
}

func echo(_ context.Context, args jsmodule.Args) (*structpb.Value, error) {
	return args.Value(0), nil
}
