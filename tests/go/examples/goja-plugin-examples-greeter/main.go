// goja-plugin-examples-greeter is plugin:examples:greeter in Go: what a plugin consists of.
package main

import (
	"context"
	"os"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"pontoon/tests/go/jsmodule"
)

func main() {
	jsmodule.Serve(jsmodule.New("plugin:examples:greeter", "v1", "Greets people and changes the case of text.").
		Capabilities("examples", "strings").
		Function("greet", "greet(name = \"world\"): a greeting for the name.", greet).
		Object("strings", "Changes the case of text.",
			jsmodule.Method{
				Name:    "upper",
				Summary: "upper(text = \"\"): the text in upper case",
				Tags:    []string{"strings"},
				Handler: upper,
			},
			jsmodule.Method{
				Name:    "lower",
				Summary: "lower(text = \"\"): the text in lower case",
				Tags:    []string{"strings"},
				Handler: lower,
			}).
		Object("meta", "Facts about the plugin itself.",
			jsmodule.Method{
				Name:    "pid",
				Summary: "pid(): the id of the plugin's process",
				Tags:    []string{"metadata"},
				Handler: pid,
			}))
}

func greet(_ context.Context, call *jsmodule.Call) (any, error) {
	return "hello, " + call.StringDefault(0, "world"), nil
}

// The package strings maps letter by letter; these know that "straße" becomes "STRASSE", as in JavaScript.
func upper(_ context.Context, call *jsmodule.Call) (any, error) {
	return cases.Upper(language.Und).String(call.StringDefault(0, "")), nil
}

func lower(_ context.Context, call *jsmodule.Call) (any, error) {
	return cases.Lower(language.Und).String(call.StringDefault(0, "")), nil
}

func pid(context.Context, *jsmodule.Call) (any, error) {
	return os.Getpid(), nil
}
