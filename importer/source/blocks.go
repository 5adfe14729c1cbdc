package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// separator stands between two blocks of a document's text.
const separator = "\n\n"

// blocks collects the text of markup as blocks: runs of white space become one space, a line break stays a line break,
// and what separates blocks on the page separates them here.
type blocks struct {
	done []string
	line []byte
}

// word adds text within a block. Spaces, also those that do not break, become one space; characters that only tell
// where a word may be broken are left out.
func (b *blocks) word(s string) {
	for _, r := range s {
		switch r {
		case ' ', '\t', '\r', '\n', '\f', '\v', '\u00a0', '\u202f', '\u2009':
			if last := b.last(); last != 0 && last != ' ' && last != '\n' {
				b.line = append(b.line, ' ')
			}
		case '\u200b', '\u00ad', '\ufeff', '\u2060':
		default:
			b.line = utf8.AppendRune(b.line, r)
		}
	}
}

// last is the last byte of the block begun, 0 when there is none.
func (b *blocks) last() byte {
	if len(b.line) == 0 {
		return 0
	}
	return b.line[len(b.line)-1]
}

// brk adds a line break; two in a row end the block.
func (b *blocks) brk() {
	b.line = bytes.TrimRight(b.line, " ")
	if last := b.last(); last == 0 || last == '\n' {
		b.end()
		return
	}
	b.line = append(b.line, '\n')
}

// end ends the block, if one was begun.
func (b *blocks) end() {
	if l := bytes.TrimSpace(b.line); len(l) > 0 {
		b.done = append(b.done, string(l))
	}
	b.line = b.line[:0]
}

// list ends the last block and returns all.
func (b *blocks) list() []string {
	b.end()
	return b.done
}

// hidden elements hold nothing that is read.
func hidden(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Math, atom.Object, atom.Head,
		atom.Nav, atom.Footer, atom.Form, atom.Button, atom.Select, atom.Textarea, atom.Aside, atom.Menu, atom.Dialog:
		return true
	}
	return false
}

// within elements stand in a line of text; all others are blocks.
func within(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn,
		atom.Em, atom.Font, atom.I, atom.Img, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Q, atom.S, atom.Samp,
		atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr:
		return true
	}
	return false
}

// cell elements stand beside each other in a row, which is a block.
func cell(a atom.Atom) bool { return a == atom.Td || a == atom.Th }

// node adds the text below n. Nothing is deeper than the parser allows (512).
func (b *blocks) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.word(n.Data)
		return
	case n.Type == html.ElementNode && n.DataAtom == atom.Br:
		b.brk()
		return
	case n.Type == html.ElementNode && hidden(n.DataAtom):
		return
	}
	block := n.Type == html.ElementNode && n.DataAtom != 0 && !within(n.DataAtom) && !cell(n.DataAtom) && n.Parent != nil && !cell(n.Parent.DataAtom)
	if block {
		b.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.node(c)
	}
	switch {
	case block:
		b.end()
	case cell(n.DataAtom) && n.NextSibling != nil && len(b.line) > 0:
		b.word(" | ")
	case cell(n.DataAtom):
		b.word(" ")
	}
}

// scan adds the text of markup that no parser is asked to read, without building a tree: whatever its nesting, it
// takes one pass.
func (b *blocks) scan(markup string) (title string) {
	z := html.NewTokenizer(strings.NewReader(markup))
	var skip []atom.Atom // the elements not read that are open
	inTitle := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(title)
		case html.TextToken:
			if inTitle {
				title += string(z.Text())
			} else if len(skip) == 0 {
				b.word(html.UnescapeString(string(z.Raw())))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case a == atom.Title:
				inTitle = title == ""
			case a == atom.Br:
				b.brk()
			case hidden(a):
				b.end()
				skip = append(skip, a)
			case !within(a):
				b.end()
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case a == atom.Title:
				inTitle = false
			case hidden(a) && len(skip) > 0 && skip[len(skip)-1] == a:
				skip = skip[:len(skip)-1]
			case !within(a):
				b.end()
			}
		case html.SelfClosingTagToken:
			if name, _ := z.TagName(); atom.Lookup(name) == atom.Br {
				b.brk()
			}
		}
	}
}
