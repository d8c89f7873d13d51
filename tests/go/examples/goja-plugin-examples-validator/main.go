// goja-plugin-examples-validator is plugin:examples:validator in Go: reading arguments, and errors that help.
package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"pontoon/tests/go/jsmodule"
)

func main() {
	jsmodule.Serve(jsmodule.New("plugin:examples:validator", "v1", "Looks at what it is given.").
		Capabilities("examples", "call-helpers", "validation").
		Function("greet", "greet(name = \"world\", excited = false): a greeting, loud if excited.", greet).
		Function("grade", "grade(score, strict = false): whether the score passes: from 0.5, or strictly from 0.8.", grade).
		Object("profiles", "Checks profiles.",
			jsmodule.Method{
				Name:    "check",
				Summary: "check(profile, tags): the profile's name without spaces around it, and what the tags say",
				Tags:    []string{"validation"},
				Handler: check,
			}))
}

func greet(_ context.Context, call *jsmodule.Call) (any, error) {
	name := call.StringDefault(0, "world")
	if call.Len() > 1 {
		excited, err := call.Bool(1)
		if err != nil {
			return nil, err
		}
		if excited {
			return "hello, " + cases.Upper(language.Und).String(name) + "!", nil
		}
	}
	return "hello, " + name, nil
}

func grade(_ context.Context, call *jsmodule.Call) (any, error) {
	score, err := call.Number(0)
	if err != nil {
		return nil, err
	}
	strict := false
	if call.Len() > 1 {
		if strict, err = call.Bool(1); err != nil {
			return nil, err
		}
	}
	needed := 0.5
	if strict {
		needed = 0.8
	}
	return map[string]any{"score": score, "strict": strict, "passing": score >= needed}, nil
}

func check(_ context.Context, call *jsmodule.Call) (any, error) {
	profile, err := call.Object(0)
	if err != nil {
		return nil, err
	}
	name, _ := profile["name"].(string)
	name = strings.TrimSpace(name)
	if name == "" {
		return nil, errors.New("profile.name must be a non-empty string")
	}
	tags, err := call.Array(1)
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"name":      name,
		"tagCount":  len(tags),
		"hasAdmin":  slices.Contains(tags, any("admin")),
		"validated": true,
	}, nil
}
