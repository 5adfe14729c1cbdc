package main

import (
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/goccy/go-json"

	"skein/graph"
	"skein/graph/store"
)

// Two articles as a reader would drop them: a name with blanks, a name beyond ASCII.
const (
	talksName = "talks in Baghdad.txt"
	talks     = `US and Iraq to open talks on troops
By Jane Doe, Harbour Post, Jan. 25, 2024

WASHINGTON — The United States and Iraq are expected to begin talks on the future of the U.S. military presence in Iraq, Defense Secretary Lloyd Austin said on Thursday.

Austin met Iraqi Prime Minister Mohammed Shia al-Sudani in Baghdad last year. The Pentagon, which Austin leads, has about 2,500 troops in Iraq.

Iran-backed militants attacked Al Asad Air Base in Iraq on Saturday. "We will respond," Austin said.
`
	exerciseName = "übung.md"
	exercise     = `# Guard battalion trains at Al Asad

AL ASAD AIR BASE, Iraq (Jan. 10, 2024) — Soldiers of the 1st Battalion, 125th Infantry Regiment, 37th Infantry Brigade Combat Team flew aboard CH-47 Chinook helicopters during a live-fire exercise at Al Asad Air Base, Iraq, on Jan. 8, 2024.

Defense Secretary Lloyd Austin visited the battalion on Tuesday.
`
)

// open starts the window on a graph and waits until it is there and has the keys.
func (d *display) open(args ...string) *skeinWindow {
	d.t.Helper()
	o := &skeinWindow{display: d, process: d.start(program(d.t, args...))}
	o.id = d.window("Skein$")
	d.xdotool("windowfocus", "--sync", o.id)
	return o
}

// skeinWindow is the window of a running Skein.
type skeinWindow struct {
	*display
	process *exec.Cmd
	id      string
}

func (o *skeinWindow) title() string { return o.xdotool("getwindowname", o.id) }

// titled waits until the title says something.
func (o *skeinWindow) titled(pattern string) {
	o.t.Helper()
	re := regexp.MustCompile(pattern)
	o.until("a title like "+pattern, func() bool { return re.MatchString(o.title()) })
}

func (o *skeinWindow) keys(keys ...string) {
	o.t.Helper()
	for _, k := range keys {
		o.xdotool("key", "--delay", "30", k)
	}
}

func (o *skeinWindow) typed(text string) {
	o.t.Helper()
	o.xdotool("type", "--delay", "20", text)
}

// quit closes the window, by a hand that moves on, and checks that it ends well.
func (o *skeinWindow) quit() {
	o.t.Helper()
	o.xdotool("key", "ctrl+q", "mousemove", "500", "300", "mousemove", "700", "50", "mousemove", "247", "400", "mousemove", "700", "500")
	if code := wait(o.t, o.process); code != exitDone {
		o.t.Errorf("exit status %d", code)
	}
}

// exported exports what is on the canvas to a file, by keys, and returns the names in it.
func (o *skeinWindow) exported(path string) []string {
	o.t.Helper()
	o.keys("ctrl+s")
	o.typed(path)
	o.keys("Return")
	o.until("the export "+path, func() bool { return exists(path) })
	var g struct {
		Nodes []struct{ Label string }
	}
	if err := json.Unmarshal([]byte(read(o.t, path)), &g); err != nil {
		o.t.Fatal(err)
	}
	var names []string
	for _, n := range g.Nodes {
		names = append(names, n.Label)
	}
	return names
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// TestWindow opens the window on a graph, looks whether there is something to be seen where the graph should be, and
// closes it.
func TestWindow(t *testing.T) {
	d := startDisplay(t, "1600x900")
	g := demo(t)
	o := d.open("--graph", g)
	o.titled(`^demo, \d articles – Skein$`)
	shot := o.settled()
	d.keep("demo")
	graphArea, left, right, dock := image.Rect(260, 90, 1040, 690), image.Rect(0, 90, 240, 690), image.Rect(1070, 90, 1400, 690), image.Rect(0, 740, 1400, 900)
	for name, area := range map[string]image.Rectangle{"graph": graphArea, "filters": left, "inspector": right, "dock": dock} {
		if n := colours(shot, area); n < 20 {
			t.Errorf("%s: only %d colours", name, n)
		}
	}
	for _, key := range []string{"ctrl+k", "F10", "question", "ctrl+s", "ctrl+o"} { // sheets and menus are drawn, and go away
		o.keys(key)
		o.until("something to open with "+key, func() bool { return differing(shot, d.picture()) > 1_000 })
		o.keys("Escape")
		o.until("what "+key+" opened to close", func() bool { return differing(shot, d.picture()) < 300 })
	}
	o.quit()
	if got := placed(t, g); got < 5 {
		t.Errorf("the last article's neighbourhood is not on the canvas: %d entities", got)
	}
	o = d.open("--graph", g) // and as it is closed with the session
	o.process.Process.Signal(syscall.SIGTERM)
	if code := wait(t, o.process); code != exitDone {
		t.Errorf("terminated: exit status %d", code)
	}
}

// colours counts the colours in a part of a picture.
func colours(m image.Image, in image.Rectangle) int {
	seen := map[[3]uint32]bool{}
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			r, g, b, _ := m.At(x, y).RGBA()
			seen[[3]uint32{r, g, b}] = true
		}
	}
	return len(seen)
}

// placed counts the entities that stand on the canvas of a graph.
func placed(t *testing.T, path string) int {
	t.Helper()
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	n := 0
	for f := range s.Facts() {
		if p, ok := f.(graph.Placement); ok && !p.Hidden {
			n++
		}
	}
	return n
}

// TestDrop is the whole path by hand: articles are dragged from another program onto the window, an entity is
// searched, expanded, the expansion undone, then everything, and what is on the canvas exported each time; the import is
// done again, the window closed, and the graph read by the commands.
func TestDrop(t *testing.T) {
	d := startDisplay(t, "1600x900")
	dir := t.TempDir()
	g := filepath.Join(dir, "dropped.skein")
	more := generate(t, 2) // of four articles the canvas begins with the last; there is more to expand
	files := []string{filepath.Join(more, "00000.txt"), filepath.Join(more, "00001.txt"),
		write(t, filepath.Join(dir, talksName), talks), write(t, filepath.Join(dir, exerciseName), exercise)}
	o := d.open("--graph", g)
	o.titled("^dropped, 0 articles")
	empty := o.settled()
	o.drop(120, 640, files...) // onto the filters: anywhere will do
	o.titled("^dropped, 4 articles")
	o.xdotool("windowfocus", "--sync", o.id)
	if full := o.settled(); differing(empty, full) < 1000 {
		t.Error("the articles are imported, and the picture is what it was")
	}
	d.keep("dropped")

	before := o.exported(filepath.Join(dir, "before.json"))
	o.keys("ctrl+f")
	o.typed("Austin")
	o.keys("Return", "ctrl+e")
	after := o.exported(filepath.Join(dir, "after.json"))
	d.keep("expanded")
	o.keys("Escape", "ctrl+z")
	undone := o.exported(filepath.Join(dir, "undone.json"))
	if !slices.Contains(after, "Lloyd Austin") {
		t.Errorf("searched and expanded, and not on the canvas: %q", after)
	}
	o.keys("Escape", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z") // to the beginning
	o.titled("^dropped, 0 articles")
	if rest := o.exported(filepath.Join(dir, "rest.json")); len(rest) != 0 {
		t.Errorf("with everything undone there is %q", rest)
	}
	o.keys("ctrl+shift+z", "ctrl+shift+z")
	o.titled("^dropped, 4 articles")
	if len(after) <= len(before) || strings.Join(undone, "\n") == strings.Join(after, "\n") {
		t.Errorf("on the canvas before, expanded, undone:\n%q\n%q\n%q", before, after, undone)
	}
	o.quit()

	if out := done(t, "stats", "--graph", g); !strings.Contains(out, "US and Iraq to open talks") || !strings.Contains(out, "Guard battalion") {
		t.Errorf("stats of the graph:\n%s", out)
	}
	if out := done(t, "search", "--graph", g, "Austin"); !strings.Contains(out, "Lloyd Austin") {
		t.Errorf("search: %s", out)
	}
	if out := done(t, "export", "--graph", g); !strings.Contains(out, "125th Infantry Regiment") {
		t.Error("the export does not hold what was dropped")
	}
}

// TestCloseWhileImporting closes the window in the middle of an import: it ends well, each article that is in the graph
// is there whole, and the import can be gone on with.
func TestCloseWhileImporting(t *testing.T) {
	d := startDisplay(t, "1600x900")
	articles := generate(t, 300)
	clean, g := filepath.Join(t.TempDir(), "clean.skein"), filepath.Join(t.TempDir(), "g.skein")
	o := d.open("--graph", g, articles)
	o.titled(`importing [1-9]|300 articles`)
	d.keep("importing")
	o.quit()
	done(t, "import", "--graph", clean, articles)
	checkWhole(t, g, byArticle(t, clean), 1)
	done(t, "import", "--graph", g, articles)
	if done(t, "export", "--graph", g) != done(t, "export", "--graph", clean) {
		t.Error("another graph than by one import")
	}
}

// TestNoWindow: where no window can be opened, or no graph, there is one clear line, and exit status 1.
func TestNoWindow(t *testing.T) {
	good := fleet(t)
	foreign := write(t, filepath.Join(t.TempDir(), "notes.skein"), strings.Repeat("no graph at all\n", 400))
	busy := fleet(t)
	held, err := store.Open(busy)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	d := startDisplay(t, "1600x900")
	for _, c := range []struct{ name, display, graph, says string }{
		{"no display", "", good, "no display"},
		{"a display that does not answer", ":4711", good, ":4711"},
		{"a foreign file", d.name, foreign, "notes.skein"},
		{"a graph that is open elsewhere", d.name, busy, "graph.skein"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := program(t, "--graph", c.graph)
			p.Env = append(p.Env, "DISPLAY="+c.display, "WAYLAND_DISPLAY=", "LANG=C.UTF-8")
			got := process(t, p)
			if got.code != exitFailed || got.out != "" || strings.Count(got.errs, "\n") != 1 || !strings.Contains(got.errs, c.says) {
				t.Errorf("exit status %d\n%s%s", got.code, got.out, got.errs)
			}
		})
	}
}

// TestQuietInAnyLocale: the toolkit is linked into every command, and complains about the locale of containers while it
// is initialised; nobody hears it.
func TestQuietInAnyLocale(t *testing.T) {
	for _, lang := range []string{"C.UTF-8", "C", "", "en_US.UTF-8", "de_DE.UTF-8"} {
		p := program(t, "stats", "--graph", fleet(t))
		p.Env = append(p.Env, "LANG="+lang, "LC_ALL=", "LC_MESSAGES=")
		if got := process(t, p); got.code != exitDone || got.errs != "" {
			t.Errorf("LANG=%s: exit status %d\n%s", lang, got.code, got.errs)
		}
	}
}
