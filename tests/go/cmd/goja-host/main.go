// goja-host starts one plugin as go-go-goja does, on the genuine go-plugin, and calls it.
//
// It reads calls from standard input, a JSON object a line: {"export": "store", "method": "get", "args": ["key"]}.
// In place of "args", "wire" may hold base64 texts, each the bytes of one google.protobuf.Value. On standard output it
// writes, a line each and in canonical JSON: the loaded plugin, the result or error of each call, and how the plugin
// ended. A plugin that cannot be loaded is one line with an error, and exit code 1.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strings"
)

func main() {
	options, err := parseOptions(os.Args[1:])
	if err == nil {
		err = run(options)
	}
	if err != nil {
		say(map[string]any{"error": err.Error()})
		os.Exit(1)
	}
}

func run(options *options) error {
	loaded, err := load(options)
	if err != nil {
		return err
	}
	greeting, err := loaded.describe(options.inspect)
	if err != nil {
		loaded.client.Kill()
		return err
	}
	say(greeting)
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		say(loaded.perform(lines.Bytes()))
	}
	say(loaded.end())
	return lines.Err()
}

// options are what the command line asks for. All but the path are off in go-go-goja.
type options struct {
	path         string
	allowed      []string
	versions     []int
	autoMTLS     bool
	multiplex    bool
	inspect      bool
	socketFolder string
	socketGroup  string
}

func parseOptions(arguments []string) (*options, error) {
	options := &options{}
	flags := flag.NewFlagSet("goja-host", flag.ContinueOnError)
	flags.BoolVar(&options.autoMTLS, "auto-mtls", false, "speak mutual TLS")
	flags.BoolVar(&options.multiplex, "multiplex", false, "ask for go-plugin's multiplexing")
	flags.BoolVar(&options.inspect, "inspect", false, "ping the plugin and list its services by reflection")
	flags.StringVar(&options.socketFolder, "socket-folder", "", "let go-plugin make a `folder` for the socket in this one")
	flags.StringVar(&options.socketGroup, "socket-group", "", "give the socket to this `group`")
	flags.Func("allow-plugin-module", "allow only this `module`; may be repeated", func(module string) error {
		options.allowed = append(options.allowed, module)
		return nil
	})
	versions := flags.String("versions", "1", "the protocol `versions` that the host speaks")
	if err := flags.Parse(arguments); err != nil {
		return nil, err
	}
	for _, text := range strings.Split(*versions, ",") {
		var version int
		if _, err := fmt.Sscanf(text, "%d", &version); err != nil {
			return nil, fmt.Errorf("-versions: %q is no number", text)
		}
		options.versions = append(options.versions, version)
	}
	if flags.NArg() != 1 {
		return nil, fmt.Errorf("name one plugin, after the options; got %q", flags.Args())
	}
	options.path = flags.Arg(0)
	return options, nil
}

func say(line map[string]any) {
	fmt.Println(canonical(line))
}
