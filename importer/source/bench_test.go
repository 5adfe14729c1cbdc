package source

import (
	"strings"
	"testing"
)

// The page is of the usual size of a news page: 170 kB, most of it scripts and menus.
func BenchmarkReadHTML(b *testing.B) {
	paragraph := "<p>The 2nd Battalion moved to <a href='/erbil'>Erbil Air Base</a> on Tuesday, an official said, and the talks go on.</p>"
	big := strings.Replace(page, "<footer>", strings.Repeat("<script>var a={b:[1,2,3]};</script><ul><li><a href='/x'>Menu entry</a></li></ul>", 1500)+"<footer>", 1)
	big = strings.Replace(big, "</article>", strings.Repeat(paragraph, 60)+"</article>", 1)
	benchmark(b, "a.html", big)
}

func BenchmarkReadMarkdown(b *testing.B) {
	benchmark(b, "a.md", "---\ntitle: x\n---\n"+strings.Repeat("The 2nd Battalion moved to [Erbil](x) on *Tuesday*.\n\n", 200))
}

func BenchmarkReadText(b *testing.B) {
	benchmark(b, "a.txt", "Battalion moves\n\n"+strings.Repeat("The 2nd Battalion moved to Erbil on Tuesday, an official said.\n\n", 200))
}

func benchmark(b *testing.B, name, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadFrom(name, strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}
