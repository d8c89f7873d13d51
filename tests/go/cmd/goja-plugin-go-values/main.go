// goja-plugin-go-values is plugin:go:values. Values go through it and come out as protobuf-go sees them, and it
// answers bytes that are no value, too.
package main

import (
	"context"
	"encoding/base64"

	"google.golang.org/protobuf/encoding/protowire"

	"pontoon/tests/go/contract"
	"pontoon/tests/go/jsmodule"
)

func main() {
	jsmodule.Serve(jsmodule.New("plugin:go:values", "v1", "Values as Go sees them.").
		Function("echo", "echo(value): the value.", echo).
		Function("absent", "absent(): an answer without a result.", absent).
		Function("answer", "answer(base64): an answer whose result has these bytes.", answer))
}

func echo(_ context.Context, call *jsmodule.Call) (any, error) {
	return call.Raw(0), nil
}

func absent(context.Context, *jsmodule.Call) (any, error) {
	return &contract.InvokeResponse{}, nil
}

// answer hands the bytes to the encoder as a field that it does not know, which it writes out unread.
func answer(_ context.Context, call *jsmodule.Call) (any, error) {
	text, err := call.String(0)
	if err != nil {
		return nil, err
	}
	value, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	response := &contract.InvokeResponse{}
	field := protowire.AppendTag(nil, 1, protowire.BytesType)
	response.ProtoReflect().SetUnknown(protowire.AppendBytes(field, value))
	return response, nil
}
