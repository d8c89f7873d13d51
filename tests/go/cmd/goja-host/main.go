// goja-host starts plugins as go-go-goja does, on the genuine go-plugin: one after the other, all or none. It calls them.
//
// It reads calls from standard input, a JSON object a line: {"export": "store", "method": "get", "args": ["key"]}.
// In place of "args", "wire" may hold base64 texts, each the bytes of one google.protobuf.Value. Where several plugins are
// loaded, "plugin" counts them from 0. On standard output it writes, a line each and in canonical JSON: the loaded plugins,
// the result or error of each call, and how the plugins ended. If one cannot be loaded, the line has its error, and the
// exit code is 1.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
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
	var plugins []*loaded
	for _, path := range options.paths {
		loaded, err := load(options, path)
		if err != nil {
			end(plugins)
			return err
		}
		plugins = append(plugins, loaded)
		greeting, err := loaded.describe(options.inspect)
		if err != nil {
			end(plugins)
			return err
		}
		say(greeting)
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		say(perform(plugins, lines.Bytes()))
	}
	for _, ending := range end(plugins) {
		say(ending)
	}
	return lines.Err()
}

// end kills all plugins at the same time, as go-plugin's CleanupClients does.
func end(plugins []*loaded) []map[string]any {
	endings := make([]map[string]any, len(plugins))
	var group sync.WaitGroup
	for index, loaded := range plugins {
		group.Add(1)
		go func() {
			defer group.Done()
			endings[index] = loaded.end()
		}()
	}
	group.Wait()
	return endings
}

// options are what the command line asks for. All but the paths are off in go-go-goja.
type options struct {
	paths        []string
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
	if flags.NArg() == 0 {
		return nil, errors.New("name plugins, after the options")
	}
	options.paths = flags.Args()
	return options, nil
}

func say(line map[string]any) {
	fmt.Println(canonical(line))
}
