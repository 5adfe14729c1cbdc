package refer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"skein/assets"
)

// classNames are the classes as the model's file calls them.
var classNames = [classes]string{"person", "thing", "several"}

// standard are the weights that the program carries.
var standard = sync.OnceValues(func() (*weights, error) { return decode(assets.ReferModel()) })

// decode reads weights, one a line: class, template, value, weight. Lines that begin with # are skipped.
func decode(text string) (*weights, error) {
	w := &weights{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Fields(line)
		if len(f) != 4 {
			return nil, fmt.Errorf("refer: line %d of the model: %d columns, want 4", n, len(f))
		}
		c, t := slices.Index(classNames[:], f[0]), slices.Index(templateNames[:], f[1])
		v, err := strconv.Atoi(f[2])
		x, err2 := strconv.ParseFloat(f[3], 32)
		if c < 0 || t < 0 || err != nil || err2 != nil || v < 0 || v >= values {
			return nil, fmt.Errorf("refer: line %d of the model: %q", n, line)
		}
		w[c][template(t).is(v)] = float32(x)
	}
	return w, nil
}

// write is the text of weights that decode reads; those that are nothing are left out.
func (w *weights) write() string {
	var b strings.Builder
	for c := range w {
		for f, x := range w[c] {
			if s := strconv.FormatFloat(float64(x), 'f', 3, 32); s != "0.000" && s != "-0.000" {
				fmt.Fprintf(&b, "%s\t%s\t%d\t%s\n", classNames[c], templateNames[f/values], f%values, s)
			}
		}
	}
	return b.String()
}
