package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"skein/graph"
	"skein/graph/store"
)

// said is what a process left.
type said struct {
	out, errs string
	code      int
	memory    int64 // the most it had, in bytes
}

// process runs skein as a process of its own.
func process(t testing.TB, c *exec.Cmd) said {
	t.Helper()
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	var exit *exec.ExitError
	if err := c.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	s := said{out: out.String(), errs: errs.String(), code: c.ProcessState.ExitCode()}
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.memory = usage.Maxrss << 10
	}
	return s
}

const goodText = "PORT SENNA, March 2, 2024 – Admiral Ines Vollan of the 3rd Fleet met the mayor of Port Senna on Friday.\n"

// TestBadInput: a file that cannot be imported is one line that names it and says why, and exit status 1; the others are
// imported, the same graph as without it.
func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string { return write(t, filepath.Join(dir, name), text) }
	good := []string{file("good1.txt", goodText), file("good2.txt", strings.ReplaceAll(goodText, "Friday", "Sunday"))}
	big := file("big.txt", "")
	if err := os.Truncate(big, 50_000_000); err != nil {
		t.Fatal(err)
	}
	loop := filepath.Join(dir, "loop.txt")
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	unreadable := filepath.Join(dir, "unreadable.txt") // for everybody, root too
	if err := os.Symlink("/proc/self/mem", unreadable); err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(dir, "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	clean := filepath.Join(dir, "clean.skein")
	done(t, append([]string{"import", "--graph", clean}, good...)...)
	want := done(t, "export", "--graph", clean)

	for _, c := range []struct{ path, why string }{
		{file("empty.txt", ""), "is empty"},
		{file("blank.txt", " \n\t\n"), "holds nothing but white space"},
		{file("program.txt", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00"), "is binary data, not text"},
		{file("paper.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "is a PDF, which Skein cannot read yet"},
		{file("menu.html", "<html><body><nav><a href=/>Home</a></nav></body></html>"), "holds no article text"},
		{big, "50 MB is more than the 20 MB a file may have"},
		{loop, "too many levels of symbolic links"},
		{unreadable, "input/output error"},
		{pipe, "is a device or a pipe, not a file"},
		{filepath.Join(dir, "missing.txt"), "no such file or directory"},
		{file("foreign.json", `{"nodes":[],"links":[]}`), `not a Skein graph: graph.schema is "", not "skein/graph/1"`},
		{file("broken.json", want[:len(want)/2]), "not a Skein graph: the file ends in the middle"},
		{file("deep.json", strings.Repeat("[", 1_000_000)), "not a Skein graph"},
		{file("empty.json", ""), "not a Skein graph: the file is empty"},
	} {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			g := filepath.Join(t.TempDir(), "g.skein")
			s := process(t, program(t, "import", "--graph", g, good[0], c.path, good[1]))
			line := fmt.Sprintf("skein: %s: %s", c.path, c.why)
			if s.code != exitFailed || !strings.HasPrefix(s.errs, line) || strings.Count(s.errs, "\n") != 1 {
				t.Errorf("exit status %d, standard error\n%s\nwant\n%s", s.code, s.errs, line)
			}
			if !strings.Contains(s.out, "3 files: 2 new, 0 known, 1 failed") {
				t.Errorf("standard output\n%s", s.out)
			}
			if s.memory > 500_000_000 {
				t.Errorf("took %d MB", s.memory/1_000_000)
			}
			if done(t, "export", "--graph", g) != want {
				t.Error("another graph than without the file")
			}
			if filepath.Ext(c.path) == ".json" {
				return
			}
			out, errs, code := skein(t, "extract", "--format", "text", good[0], c.path)
			if code != exitFailed || !strings.HasPrefix(errs, line) || !strings.Contains(out, "Vollan") {
				t.Errorf("extract: exit status %d, %q, %q", code, errs, out)
			}
		})
	}
}

// TestOddInput: what is strange but can be read is read, without a complaint.
func TestOddInput(t *testing.T) {
	dir := t.TempDir()
	deep := "<html><body><article><h1>Fleet sails</h1>" + strings.Repeat("<div><b>", 50_000) + "<p>" + goodText + "</p></article></body></html>"
	for name, text := range map[string]string{
		"invalid.txt":        "Admiral Vollan met the m\xffyor \xc3\x28 of Port Senna.\xfe\n" + goodText,
		"deep.html":          deep,
		"wide.txt":           "\xff\xfe" + utf16(goodText),
		"line.txt":           strings.Repeat(strings.TrimSpace(goodText)+" ", 2000),
		"quotes.txt":         strings.Repeat("“", 20_000) + goodText + strings.Repeat("(", 20_000),
		"noend.txt":          strings.Repeat("Vollan and ", 20_000) + goodText,
		"letter.txt":         strings.Repeat("A", 1_000_000) + " " + goodText,
		"ünïcode – name.txt": goodText,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := write(t, filepath.Join(dir, name), text)
			g := filepath.Join(t.TempDir(), "g.skein")
			s := process(t, program(t, "import", "--graph", g, path))
			if s.code != exitDone || s.errs != "" || !strings.HasPrefix(s.out, "new    "+path) {
				t.Errorf("exit status %d\n%s%s", s.code, s.out, s.errs)
			}
			if s.memory > 1_000_000_000 {
				t.Errorf("took %d MB", s.memory/1_000_000)
			}
			if err := validator(t)(done(t, "export", "--graph", g)); err != nil {
				t.Error(err)
			}
			if !strings.Contains(done(t, "search", "vollan", "--graph", g), "Vollan") {
				t.Error("nobody in it")
			}
			for _, e := range look(t, g).Entities() {
				if len(e.Name) > 500 {
					t.Errorf("a name of %d bytes", len(e.Name))
				}
			}
		})
	}
}

// utf16 is ASCII text in UTF-16, little end first.
func utf16(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		b.WriteByte(c)
		b.WriteByte(0)
	}
	return b.String()
}

// TestFolder: a folder that contains itself is walked once; what is in it of other kinds is passed over, hidden things
// are not looked at.
func TestFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.txt"), goodText)
	write(t, filepath.Join(dir, "below/b.md"), "# Fleet\n\n"+goodText)
	write(t, filepath.Join(dir, "below/deeper.txt/c.html"), "<html><body><article><h1>Fleet sails</h1><p>"+strings.Repeat(goodText, 3)+"</p></article></body></html>")
	write(t, filepath.Join(dir, "photo.jpg"), "\xff\xd8\xff")
	write(t, filepath.Join(dir, ".hidden.txt"), goodText+"Hidden.")
	for link, to := range map[string]string{"below/up": "..", "self": ".", "again.txt": "a.txt"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	s := process(t, program(t, "import", "--graph", filepath.Join(t.TempDir(), "g.skein"), dir, dir))
	if s.code != exitDone || s.errs != "" || !strings.Contains(s.out, "3 files: 3 new, 0 known; 1 file of another kind passed over") {
		t.Errorf("exit status %d\n%s%s", s.code, s.out, s.errs)
	}
}

// TestStandardInput: "-" is read once, whatever else is named.
func TestStandardInput(t *testing.T) {
	c := program(t, "extract", "--format", "json", "-")
	c.Stdin = strings.NewReader(goodText)
	if s := process(t, c); s.code != exitDone || !strings.Contains(s.out, `"path":"-"`) || !strings.Contains(s.out, "Ines Vollan") {
		t.Errorf("exit status %d\n%s%s", s.code, s.out, s.errs)
	}
	c = program(t, "import", "--graph", filepath.Join(t.TempDir(), "g.skein"), "-")
	c.Stdin = bytes.NewReader(bytes.Repeat([]byte(goodText), 500_000))
	if s := process(t, c); s.code != exitFailed || s.errs != "skein: standard input: is more than the 20 MB a file may have\n" {
		t.Errorf("exit status %d, %q", s.code, s.errs)
	}
}

// TestBadGraph: a file that is no graph, or is damaged, is refused in one line and left as it is.
func TestBadGraph(t *testing.T) {
	dir := t.TempDir()
	whole := read(t, demo(t))
	for name, data := range map[string]string{
		"text.skein":   strings.Repeat(goodText, 1000),
		"sqlite.skein": "SQLite format 3\x00" + strings.Repeat("\x00", 100_000),
		"cut.skein":    whole[:len(whole)/64],
		"zeros.skein":  strings.Repeat("\x00", 100_000),
		"holes.skein":  whole[:20_000] + strings.Repeat("\xa5", 40_000) + whole[60_000:],
	} {
		path := write(t, filepath.Join(dir, name), data)
		for _, args := range [][]string{{"stats"}, {"import", samples}, {"export"}, {"search", "iraq"}, {"render", "-o", filepath.Join(dir, "x.png")}} {
			s := process(t, program(t, append(args, "--graph", path)...))
			if s.code != exitFailed || s.out != "" || !strings.HasPrefix(s.errs, "skein: "+path+": not a Skein graph") || strings.Count(s.errs, "\n") != 1 {
				t.Errorf("%s %s: exit status %d\n%.200s%.300s", args[0], name, s.code, s.out, s.errs)
			}
		}
		if read(t, path) != data {
			t.Errorf("%s was changed", name)
		}
	}
	s := process(t, program(t, "import", "--graph", dir, samples))
	if s.code != exitFailed || !strings.HasPrefix(s.errs, "skein: "+dir+": ") || strings.Count(s.errs, "\n") != 1 {
		t.Errorf("a folder: exit status %d, %q", s.code, s.errs)
	}
}

// TestSecondProcess: a graph that is open elsewhere is a clear message at once, and the first is not disturbed.
func TestSecondProcess(t *testing.T) {
	g := demo(t)
	first, err := store.Open(g)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	for _, args := range [][]string{{"stats"}, {"import", samples}} {
		s := process(t, program(t, append(args, "--graph", g)...))
		if s.code != exitFailed || s.out != "" || s.errs != "skein: "+g+": the graph is open in another program\n" {
			t.Errorf("%s: exit status %d\n%s%s", args[0], s.code, s.out, s.errs)
		}
	}
	if _, err := first.Apply(graph.Added("fleet", fleetFacts()...)); err != nil {
		t.Errorf("the first process cannot go on: %v", err)
	}
}
