package main

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// asProgram makes the test binary behave as skein itself, so that tests of other processes and of the window run the
// very code under test.
const asProgram = "SKEIN_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// program is skein as a process of its own.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, args...)
	c.Env = append(os.Environ(), asProgram+"=1")
	return c
}

// need skips the test when a program it uses is not installed; with SKEIN_TEST_ALL set that is a failure.
func need(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			if os.Getenv("SKEIN_TEST_ALL") != "" {
				t.Fatalf("%s is not installed", p)
			}
			t.Skipf("%s is not installed", p)
		}
	}
}

// display is an X server of the test's own, without a screen. A fresh one for each test: GLFW aborts on one whose
// window manager has died.
type display struct {
	t      *testing.T
	name   string
	config string // where programs on it keep their settings
}

func startDisplay(t *testing.T, size string) *display {
	t.Helper()
	need(t, "Xvfb", "xdotool", "import")
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	c := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "-nolisten", "tcp")
	c.ExtraFiles = []*os.File{w}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	t.Cleanup(func() { c.Process.Kill(); c.Wait() })
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	return &display{t, ":" + strings.TrimSpace(line), t.TempDir()}
}

// on makes a command use the display.
func (d *display) on(c *exec.Cmd) *exec.Cmd {
	if c.Env == nil {
		c.Env = os.Environ()
	}
	c.Env = append(c.Env, "DISPLAY="+d.name, "WAYLAND_DISPLAY=", "LANG=en_US.UTF-8", "GTK_A11Y=none", "NO_AT_BRIDGE=1", "GDK_BACKEND=x11",
		"XDG_CONFIG_HOME="+d.config)
	return c
}

// start runs a program on the display until the test ends. What it prints is logged when the test fails.
func (d *display) start(c *exec.Cmd) *exec.Cmd {
	d.t.Helper()
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := d.on(c).Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
		if d.t.Failed() {
			d.t.Logf("%s printed:\n%s", filepath.Base(c.Path), out.String())
		}
	})
	return c
}

// xdotool drives pointer and keys.
func (d *display) xdotool(args ...string) string {
	d.t.Helper()
	out, err := d.on(exec.Command("xdotool", args...)).CombinedOutput()
	if err != nil {
		d.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// window waits for a visible window with this title and returns its id.
func (d *display) window(title string) string {
	d.t.Helper()
	var id string
	d.until("a window titled "+title, func() bool {
		out, err := d.on(exec.Command("xdotool", "search", "--onlyvisible", "--name", title)).Output()
		id, _, _ = strings.Cut(strings.TrimSpace(string(out)), "\n")
		return err == nil && id != ""
	})
	return id
}

// until waits for something to come true, a minute at most.
func (d *display) until(what string, ok func() bool) {
	d.t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if ok() {
			return
		}
	}
	d.keep("timeout")
	d.t.Fatalf("waited a minute for %s", what)
}

// picture is what the display shows.
func (d *display) picture() image.Image {
	d.t.Helper()
	out, err := d.on(exec.Command("import", "-window", "root", "png:-")).Output()
	if err != nil {
		d.t.Fatalf("import: %v", err)
	}
	m, _, err := image.Decode(bytes.NewReader(out))
	if err != nil {
		d.t.Fatalf("screenshot: %v", err)
	}
	return m
}

// settled waits until the display shows the same picture twice, and returns it.
func (d *display) settled() image.Image {
	d.t.Helper()
	last := d.picture()
	d.until("the picture to come to rest", func() bool {
		time.Sleep(300 * time.Millisecond)
		next := d.picture()
		same := differing(last, next) == 0
		last = next
		return same
	})
	return last
}

// keep leaves a screenshot in the folder that SKEIN_TEST_PICTURES names, for people to look at.
func (d *display) keep(name string) {
	dir := os.Getenv("SKEIN_TEST_PICTURES")
	if dir == "" {
		return
	}
	d.on(exec.Command("import", "-window", "root", filepath.Join(dir, d.t.Name()+"-"+name+".png"))).Run()
}

// drop drags files from another program's window onto the point x, y, as a hand would: again, when it slipped. On a busy
// machine the programs may not be as fast as the pointer.
func (d *display) drop(x, y int, files ...string) {
	d.t.Helper()
	const tries = 4
	for try := 1; !d.drag(x, y, time.Duration(try)*40*time.Millisecond, files); try++ {
		if try == tries {
			d.keep("dropping")
			d.t.Fatalf("%d drags, and no drop", tries)
		}
	}
}

// python is the one that Debian's python3-gi belongs to.
const python = "/usr/bin/python3"

// drag is one try of drop, with a pause between movements. It reports whether the files were taken.
func (d *display) drag(x, y int, pause time.Duration, files []string) bool {
	d.t.Helper()
	if exec.Command(python, "-c", "import gi; gi.require_version('Gtk', '3.0')").Run() != nil {
		need(d.t, "python3-gi with gir1.2-gtk-3.0")
	}
	const sx, sy = 1400, 20
	c := exec.Command(python, append([]string{"testdata/dragsource.py", fmt.Sprintf("%d,%d", sx, sy)}, files...)...)
	out, err := c.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	if err := d.on(c).Start(); err != nil {
		d.t.Fatal(err)
	}
	defer func() { c.Process.Kill(); c.Wait() }()
	said := make(chan string, 16)
	go func() {
		for s := bufio.NewScanner(out); s.Scan(); {
			said <- s.Text()
		}
		close(said)
	}()
	hear := func(word string) bool {
		for {
			select {
			case w, open := <-said:
				if w == word {
					return true
				}
				if !open || w == "failed" {
					return false
				}
			case <-time.After(20 * time.Second):
				return false
			}
		}
	}
	at := func(x, y int) {
		d.xdotool("mousemove", strconv.Itoa(x), strconv.Itoa(y))
		time.Sleep(pause)
	}
	if !hear("ready") {
		return false
	}
	d.window("dragsource")
	time.Sleep(8 * pause)
	at(sx+40, sy+30)
	d.xdotool("mousedown", "1")
	for i := 1; i <= 4; i++ {
		at(sx+40-6*i, sy+30+6*i)
	}
	begun := hear("begin")
	for i := 1; begun && i <= 12; i++ {
		at(sx+(x-sx)*i/12, sy+(y-sy)*i/12)
	}
	time.Sleep(10 * pause)
	d.xdotool("mouseup", "1")
	return begun && hear("end")
}

// differing counts the pixels in which two pictures differ.
func differing(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

// wait waits for a process to end by itself and returns its exit status.
func wait(t *testing.T, c *exec.Cmd) int {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	select {
	case err := <-done:
		if err != nil && c.ProcessState == nil {
			t.Fatal(err)
		}
		return c.ProcessState.ExitCode()
	case <-time.After(time.Minute):
		c.Process.Kill()
		t.Fatal("the program did not end")
		return -1
	}
}
