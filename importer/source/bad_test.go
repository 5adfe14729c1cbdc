package source

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
)

func TestReadRefuses(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	big := file("big.txt", "")
	if err := os.Truncate(big, 50_000_000); err != nil { // sparse: no 50 MB are written
		t.Fatal(err)
	}
	for _, c := range []struct{ path, want string }{
		{file("empty.txt", ""), "is empty"},
		{file("white.txt", " \r\n\t\u00a0\n"), "holds nothing but white space"},
		{file("mark.txt", "\ufeff"), "holds nothing but white space"},
		{file("white.md", "---\ntitle: x\n---\n\n"), ""},
		{file("only.md", "![picture](x.png)\n"), "holds no text"},
		{file("menu.html", "<html><body><nav><a href=/>Home</a></nav><script>x()</script></body></html>"), "holds no article text"},
		{file("a.pdf", "%PDF-1.4\n"), "is a PDF, which Skein cannot read yet"},
		{file("zeros.txt", "\x00\x00\x00\x00"), "is binary data, not text"},
		{big, "50 MB is more than the 20 MB a file may have"},
		{file("long.txt", strings.Repeat("The talks went on. ", 300_000)), "holds 6 MB of text, more than the 5 MB an article may have"},
		{dir, "is a folder"},
		{filepath.Join(dir, "nothing.txt"), "no such file or directory"},
	} {
		_, err := Read(c.path)
		if c.want == "" {
			if err != nil {
				t.Errorf("%s: %v", c.path, err)
			}
			continue
		}
		if err == nil || err.Error() != c.path+": "+c.want {
			t.Errorf("%s:\ngot  %v\nwant %s: %s", filepath.Base(c.path), err, c.path, c.want)
		}
	}
	if _, err := Read(filepath.Join(dir, "nothing.txt")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the cause is lost: %v", err)
	}
}

func TestReadFromRefuses(t *testing.T) {
	if _, err := ReadFrom(Stdin, io.LimitReader(endless{}, Limit+10)); err == nil || err.Error() != "standard input: is more than the 20 MB a file may have" {
		t.Errorf("too much: %v", err)
	}
	broken := errors.New("the disk is broken")
	if _, err := ReadFrom("a.txt", iotest.ErrReader(broken)); !errors.Is(err, broken) || err.Error() != "a.txt: the disk is broken" {
		t.Errorf("broken: %v", err)
	}
}

// endless gives the letter x.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestReadRefusesWhatMayNotBeRead(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("nothing is forbidden to root")
	}
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("words"), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(path); err == nil || err.Error() != path+": permission denied" {
		t.Error(err)
	}
}

// Markup that a parser refuses, or would take long over, is still read.
func TestHostileMarkup(t *testing.T) {
	const sentence = "The battalion moved to Erbil on Tuesday, an official said."
	many := strings.Repeat
	for _, c := range []struct{ name, file, text, want string }{
		{"nested 100,000 deep", "a.html", "<html><title>Deep &amp; far</title><body><script>x</script>" + many("<div>", 100_000) + sentence + "<br/>More." + many("</div>", 100_000),
			"Deep & far\n\n" + sentence + "\nMore.\n"},
		{"deep and never closed", "a.html", many("<b><p>", 50_000) + sentence, sentence},
		{"50,000 paragraphs", "a.html", "<article>" + many("<p>"+sentence+"</p>", 50_000), sentence},
		{"half a tag", "a.html", "<p>" + sentence + "</p><p", sentence},
		{"bad entities", "a.html", "<p>&#xFFFFFFFF; &#0; &bogus; " + sentence, sentence},
		{"50,000 quotes", "a.md", many(">", 50_000) + " " + sentence, sentence},
		{"brackets", "a.md", many("[a](", 50_000) + sentence, sentence},
		{"deep list", "a.md", func() string {
			var b strings.Builder
			for i := range 2000 {
				b.WriteString(many(" ", 2*i) + "- x\n")
			}
			return b.String() + sentence
		}(), sentence},
		{"alias bomb", "a.md", "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ntitle: [*d,*d,*d,*d,*d,*d,*d,*d]\n---\n" + sentence, sentence},
	} {
		d, err := ReadFrom(c.file, strings.NewReader(c.text))
		if err != nil || !strings.Contains(d.Text, c.want) {
			t.Errorf("%s: %v, text …%q", c.name, err, d.Text[max(0, len(d.Text)-80):])
		}
	}
}
