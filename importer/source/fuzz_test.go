package source

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzReadFrom: whatever the bytes, there is a document of valid UTF-8 with a title, a text and an identity, or an
// error of one line that begins with the name; and the same again for the same bytes.
func FuzzReadFrom(f *testing.F) {
	for _, seed := range []string{
		page, "Talks open\n\nBAGHDAD (Jan. 5, 2024) – Envoys met.\n", "---\ntitle: x\n---\n# H\n\n> a [b](c) | d\n\n|a|\n|-|\n|b|\n",
		"\xff\xfeT\x00a\x00", "<p>a<br><table><td>x<td>y", "%PDF-", "By \n-", " – ", "CNN —", "a: b", "---\n---\n", "<!--", "<title>", "&#0;",
		"- a\n  - b\n\n```\nc\n```\n<div>x</div>\n![y](z)\n", "\x8f\xfa\x5a", "Updated 01/02/2024", "\u00ad\u200b\ufeff",
	} {
		for kind := range byte(3) {
			f.Add(kind, []byte(seed))
		}
	}
	f.Fuzz(func(t *testing.T, kind byte, data []byte) {
		name := []string{"a.txt", "a.md", "a.html"}[kind%3]
		d, err := ReadFrom(name, bytes.NewReader(data))
		if err != nil {
			if !strings.HasPrefix(err.Error(), name+": ") || strings.ContainsAny(err.Error(), "\r\n") || strings.Contains(err.Error(), "internal error") {
				t.Fatalf("error %q", err)
			}
			return
		}
		for field, s := range map[string]string{"text": d.Text, "title": d.Title, "byline": d.Byline, "outlet": d.Outlet, "url": d.URL, "published": d.Published, "language": d.Language} {
			if !utf8.ValidString(s) {
				t.Fatalf("%s is not UTF-8: %q", field, s)
			}
		}
		if strings.TrimSpace(d.Text) == "" || d.Title == "" || strings.Contains(d.Title, "\n") || d.ID == "" {
			t.Fatalf("title %q, text %q, id %q", d.Title, d.Text, d.ID)
		}
		if again, err := ReadFrom(name, bytes.NewReader(data)); err != nil || again.Article != d.Article {
			t.Fatalf("read again: %v\n%+v\n%+v", err, again.Article, d.Article)
		}
	})
}
