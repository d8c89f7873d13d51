package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"

	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/types/known/structpb"

	"pontoon/tests/go/contract"
)

// script is one line of the input.
type script struct {
	Plugin int      `json:"plugin"`
	Export string   `json:"export"`
	Method string   `json:"method"`
	Args   []any    `json:"args"`
	Wire   []string `json:"wire"`
}

// perform makes one call and tells its result or its error.
func perform(plugins []*loaded, line []byte) map[string]any {
	result, err := call(plugins, line)
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{"result": result}
}

func call(plugins []*loaded, line []byte) (any, error) {
	var script script
	if err := json.Unmarshal(line, &script); err != nil {
		return nil, fmt.Errorf("goja-host: read the script: %w", err)
	}
	if script.Plugin < 0 || script.Plugin >= len(plugins) {
		return nil, fmt.Errorf("goja-host: there is no plugin %d", script.Plugin)
	}
	request, err := script.request()
	if err != nil {
		return nil, fmt.Errorf("goja-host: read the script: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), callTimeout)
	defer cancel()
	response, err := plugins[script.Plugin].module.Invoke(ctx, request)
	if err != nil {
		return nil, err
	}
	return response.GetResult(), nil
}

func (script *script) request() (*contract.InvokeRequest, error) {
	request := &contract.InvokeRequest{ExportName: script.Export, MethodName: script.Method}
	for index, argument := range script.Args {
		value, err := structpb.NewValue(uncanonical(argument))
		if err != nil {
			// The text is go-go-goja's.
			return nil, fmt.Errorf("convert argument %d: %w", index, err)
		}
		request.Args = append(request.Args, value)
	}
	// The encoder writes fields that it does not know as they are: so bytes travel that it would never make itself.
	var raw []byte
	for _, argument := range script.Wire {
		bytes, err := base64.StdEncoding.DecodeString(argument)
		if err != nil {
			return nil, err
		}
		raw = protowire.AppendBytes(protowire.AppendTag(raw, 3, protowire.BytesType), bytes)
	}
	request.ProtoReflect().SetUnknown(raw)
	return request, nil
}
