// goja-plugin-examples-clock is plugin:examples:clock in Go: functions without arguments, and answers with a structure.
package main

import (
	"context"
	"time"

	"pontoon/tests/go/jsmodule"
)

func main() {
	jsmodule.Serve(jsmodule.New("plugin:examples:clock", "v1", "Tells the time.").
		Capabilities("examples", "metadata", "structured-results").
		Function("now", "now(): the time in the zone of this machine.", now).
		Object("utc", "The time where there are no zones.",
			jsmodule.Method{Name: "now", Summary: "now(): the time in UTC", Tags: []string{"time"}, Handler: utcNow}))
}

func now(context.Context, *jsmodule.Call) (any, error) {
	return told(time.Now()), nil
}

func utcNow(context.Context, *jsmodule.Call) (any, error) {
	return told(time.Now().UTC()), nil
}

func told(at time.Time) map[string]any {
	zone, _ := at.Zone()
	return map[string]any{
		"unix":       at.Unix(),
		"rfc3339":    at.Format(time.RFC3339),
		"date":       at.Format(time.DateOnly),
		"time":       at.Format(time.TimeOnly),
		"zone":       zone,
		"weekday":    at.Weekday().String(),
		"nanosecond": at.Nanosecond(),
	}
}
