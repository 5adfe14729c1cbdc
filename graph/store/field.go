package store

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"skein/graph"
)

// recordWriter writes the fields of a record.
type recordWriter struct {
	buf   []byte
	begun bool
}

// next ends the field before.
func (w *recordWriter) next() {
	if w.begun {
		w.buf = append(w.buf, '\t')
	}
	w.begun = true
}

func (w *recordWriter) strings(fields ...string) {
	for _, s := range fields {
		w.next()
		if strings.ContainsAny(s, "\t\\") || !utf8.ValidString(s) {
			w.escape(s)
		} else {
			w.buf = append(w.buf, s...)
		}
	}
}

func (w *recordWriter) escape(s string) {
	for i, r := range s {
		switch {
		case r == '\t':
			w.buf = append(w.buf, `\t`...)
		case r == '\\':
			w.buf = append(w.buf, `\\`...)
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], string(r)):
			w.buf = fmt.Appendf(w.buf, `\x%02x`, s[i])
		default:
			w.buf = utf8.AppendRune(w.buf, r)
		}
	}
}

func (w *recordWriter) int(n int) {
	w.next()
	w.buf = strconv.AppendInt(w.buf, int64(n), 10)
}

func (w *recordWriter) float(x float64) {
	w.next()
	w.buf = strconv.AppendFloat(w.buf, x, 'g', -1, 64)
}

func (w *recordWriter) span(s graph.Span) {
	w.int(s.Begin)
	w.int(s.End)
}

// recordReader reads the fields of a record. Past its end, or where a field is not what it should be, it is bad and
// gives zero values.
type recordReader struct {
	rest      string
	more, bad bool
}

func (r *recordReader) string() string {
	if !r.more {
		r.bad = true
		return ""
	}
	var s string
	s, r.rest, r.more = strings.Cut(r.rest, "\t")
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	return r.unescape(s)
}

func (r *recordReader) unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for {
		plain, after, found := strings.Cut(s, "\\")
		b.WriteString(plain)
		switch {
		case !found:
			return b.String()
		case strings.HasPrefix(after, "\\"):
			b.WriteByte('\\')
		case strings.HasPrefix(after, "t"):
			b.WriteByte('\t')
		case strings.HasPrefix(after, "x") && len(after) >= 3:
			n, err := strconv.ParseUint(after[1:3], 16, 8)
			r.bad = r.bad || err != nil
			b.WriteByte(byte(n))
			after = after[2:]
		default:
			r.bad = true
			return ""
		}
		s = after[1:]
	}
}

func (r *recordReader) id() graph.ID     { return graph.ID(r.string()) }
func (r *recordReader) int() int         { return field(r, strconv.Atoi) }
func (r *recordReader) bool() bool       { return field(r, strconv.ParseBool) }
func (r *recordReader) float() float64   { return field(r, parseFloat) }
func (r *recordReader) span() graph.Span { return graph.Span{Begin: r.int(), End: r.int()} }

// parseFloat takes what FormatFloat writes; of a number beyond all floats it takes the infinity it is read as.
func parseFloat(s string) (float64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if errors.Is(err, strconv.ErrRange) {
		err = nil
	}
	return x, err
}

func field[T any](r *recordReader, parse func(string) (T, error)) T {
	v, err := parse(r.string())
	if err != nil {
		r.bad = true
	}
	return v
}

// list reads a length and as many items; no more than there can be fields left, whatever the length says.
func list[T any](r *recordReader, item func() T) []T {
	n := r.int()
	if r.bad || n < 0 || n > len(r.rest)+1 {
		r.bad = true
		return nil
	}
	if n == 0 {
		return nil
	}
	items := make([]T, 0, n)
	for range n {
		items = append(items, item())
		if r.bad {
			return nil
		}
	}
	return items
}
