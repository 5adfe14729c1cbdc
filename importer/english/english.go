// Package english is what Skein knows of English, as data: every list is a text file of this folder, embedded, read once
// when first asked for, and answered for by a small accessor. Stages hold the judgement, this package the words; a
// second language would be a second folder.
//
// The lists are written by hand from common knowledge of news and military English. They are open classes seen through
// a keyhole: a stage that asks gets "known" or "not known", never "not English".
//
// # Files
//
// A file is UTF-8 text. Empty lines and lines that begin with '#' are skipped, columns are separated by tabs. A line
// "[name]" opens a section, to which the lines after it belong. A file that does not follow its own form is a mistake
// of ours and panics when it is read; a test reads all of them.
package english

import (
	"strings"
)

// line is one line of a data file: the section it stands in and its columns, none of which is absent but the optional
// last ones.
type line struct {
	section string
	columns []string
}

// column is column i, or "" where the line has fewer.
func (l line) column(i int) string {
	if i < len(l.columns) {
		return l.columns[i]
	}
	return ""
}

// lines reads a data file.
func lines(data string) []line {
	var out []line
	section := ""
	for raw := range strings.Lines(data) {
		s := strings.TrimRight(raw, "\r\n \t")
		switch {
		case s == "" || s[0] == '#':
		case s[0] == '[' && s[len(s)-1] == ']':
			section = s[1 : len(s)-1]
		default:
			out = append(out, line{section, strings.Split(s, "\t")})
		}
	}
	return out
}

// words reads a data file of words, many to a line, separated by spaces, into word → section.
func words(data string) map[string]string {
	out := map[string]string{}
	for _, l := range lines(data) {
		for _, c := range l.columns {
			for _, w := range strings.Fields(c) {
				out[w] = l.section
			}
		}
	}
	return out
}

// fields are the parts of a column that ";" separates.
func fields(s string) []string {
	var out []string
	for f := range strings.SplitSeq(s, ";") {
		if f = strings.TrimSpace(f); f != "" {
			out = append(out, f)
		}
	}
	return out
}
