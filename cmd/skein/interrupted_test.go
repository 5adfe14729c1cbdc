package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"skein/graph"
	"skein/graph/store"
)

// byArticle are the facts that belong to each article, as text.
func byArticle(t testing.TB, path string) map[graph.ID][]string {
	t.Helper()
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	out := map[graph.ID][]string{}
	for f := range s.Facts() {
		var a graph.ID
		switch f := f.(type) {
		case graph.Article:
			a = f.ID
		case graph.Sighting:
			a = f.Article
		case graph.Claim:
			a = f.Evidence[0].Article
		}
		out[a] = append(out[a], fmt.Sprintf("%s %+v", f.Slot(), f))
	}
	return out
}

// checkWhole checks that each article of a graph is there with all that is said of it in the whole graph, and how many
// there are at least.
func checkWhole(t *testing.T, path string, whole map[graph.ID][]string, atLeast int) {
	t.Helper()
	got := byArticle(t, path)
	for a, facts := range got {
		if !slices.Equal(facts, whole[a]) {
			t.Errorf("article %s: %d facts of %d", a, len(facts), len(whole[a]))
		}
	}
	if len(got) < atLeast {
		t.Errorf("%d articles, and %d were said to be in the graph", len(got), atLeast)
	}
}

// TestKilled kills an import again and again: the graph opens, what was said to be done is there, no article is there in
// part, and the import that is let run to its end makes the graph that one without a kill makes.
func TestKilled(t *testing.T) {
	dir := generate(t, 150)
	clean, g := filepath.Join(t.TempDir(), "clean.skein"), filepath.Join(t.TempDir(), "g.skein")
	done(t, "import", "--graph", clean, dir)
	whole := byArticle(t, clean)
	total := 0
	for _, lines := range []int{1, 1, 20, 1} {
		c := program(t, "import", "--graph", g, dir)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		seen := bufio.NewScanner(out)
		for n := 0; n < lines && seen.Scan(); {
			if strings.HasPrefix(seen.Text(), "new ") {
				n, total = n+1, total+1
			}
		}
		c.Process.Kill()
		for seen.Scan() {
			if strings.HasPrefix(seen.Text(), "new ") {
				total++
			}
		}
		c.Wait()
		checkWhole(t, g, whole, total)
	}
	done(t, "import", "--graph", g, dir)
	if done(t, "export", "--graph", g) != done(t, "export", "--graph", clean) {
		t.Error("another graph than without the kills")
	}
}

// TestCancelled: Ctrl-C ends an import in good order; what is done is kept.
func TestCancelled(t *testing.T) {
	dir := generate(t, 150)
	g := filepath.Join(t.TempDir(), "g.skein")
	c := program(t, "import", "--graph", g, dir)
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil || !strings.HasPrefix(first, "new ") {
		t.Fatalf("%q, %v", first, err)
	}
	c.Process.Signal(os.Interrupt)
	rest, err := io.ReadAll(lines)
	if err != nil {
		t.Fatal(err)
	}
	code := wait(t, c)
	if code != exitFailed || errs.String() != "skein: import cancelled; what was done is kept\n" {
		t.Errorf("exit status %d, standard error\n%s", code, errs.String())
	}
	all := first + string(rest)
	fresh := strings.Count(all, "\nnew ") + 1
	if want := fmt.Sprintf("150 files: %d new, 0 known, %d cancelled; ", fresh, 150-fresh); !strings.Contains(all, want) || fresh == 150 {
		t.Errorf("no %q in\n%s", want, all)
	}
	clean := filepath.Join(t.TempDir(), "clean.skein")
	done(t, "import", "--graph", clean, dir)
	checkWhole(t, g, byArticle(t, clean), fresh)
	if got := len(byArticle(t, g)); got != fresh {
		t.Errorf("%d articles, %d were said to be new", got, fresh)
	}
}

// TestFullDisk fills a small disk: an import that finds no room says so, keeps what it did, and goes on when there is
// room; an export that finds none leaves the file that stood there.
func TestFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		t.Skip("only root can mount a small disk")
	}
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=4m"); err != nil {
		t.Skipf("no small disk can be mounted: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, 0) })
	dir := generate(t, 150)
	clean, g := filepath.Join(t.TempDir(), "clean.skein"), filepath.Join(disk, "g.skein")
	done(t, "import", "--graph", clean, dir)

	to := write(t, filepath.Join(disk, "old.json"), "what stood there")
	s := process(t, program(t, "import", "--graph", g, dir))
	if s.code != exitFailed || !strings.Contains(s.errs, "no space left on device") {
		t.Fatalf("exit status %d, standard error\n%s", s.code, s.errs)
	}
	for line := range strings.Lines(s.errs) {
		if !strings.HasPrefix(line, "skein: ") || !strings.HasSuffix(line, "no space left on device\n") {
			t.Errorf("standard error: %q", line)
		}
	}
	fresh := strings.Count(s.out, "\nnew ") + 1
	checkWhole(t, g, byArticle(t, clean), fresh)

	if s := process(t, program(t, "export", "--graph", clean, "-o", to)); s.code != exitFailed ||
		!strings.HasPrefix(s.errs, "skein: "+to+": ") || !strings.HasSuffix(s.errs, "no space left on device\n") || strings.Count(s.errs, "\n") != 1 {
		t.Errorf("export: exit status %d, %q", s.code, s.errs)
	}
	if read(t, to) != "what stood there" {
		t.Error("a failed export changed the file that stood there")
	}
	if left, _ := filepath.Glob(filepath.Join(disk, ".skein-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}

	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, "size=200m"); err != nil {
		t.Fatal(err)
	}
	done(t, "import", "--graph", g, dir)
	if done(t, "export", "--graph", g) != done(t, "export", "--graph", clean) {
		t.Error("another graph than on a disk with room")
	}
}
