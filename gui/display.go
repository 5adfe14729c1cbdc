package gui

import (
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// ErrNoDisplay says that there is nothing to open a window on.
var ErrNoDisplay = errors.New("there is no display to open a window on; the subcommands need none, see 'skein --help'")

// display looks for a display before the toolkit does, which panics when there is none.
func display() error {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return nil
	}
	name := os.Getenv("DISPLAY")
	if name == "" {
		return ErrNoDisplay
	}
	network, address, ok := server(name)
	if !ok {
		return nil // of a kind that we do not know: the toolkit may
	}
	addresses := []string{address}
	if network == "unix" {
		addresses = append(addresses, "@"+address) // a server may listen in the abstract name space only
	}
	for _, at := range addresses {
		c, err := net.DialTimeout(network, at, 5*time.Second)
		if err == nil {
			return c.Close()
		}
	}
	return fmt.Errorf("the display %q does not answer; the subcommands need none, see 'skein --help'", name)
}

// server is where the X server of a display listens, "[HOST]:NUMBER[.SCREEN]".
func server(display string) (network, address string, ok bool) {
	i := strings.LastIndexByte(display, ':')
	if i < 0 {
		return "", "", false
	}
	host, rest := display[:i], display[i+1:]
	number, _, _ := strings.Cut(rest, ".")
	n, err := strconv.ParseUint(number, 10, 16)
	if err != nil || strings.Contains(host, "/") {
		return "", "", false
	}
	if host == "" || host == "unix" {
		return "unix", fmt.Sprintf("/tmp/.X11-unix/X%d", n), true
	}
	return "tcp", net.JoinHostPort(strings.Trim(host, "[]"), strconv.FormatUint(6000+n, 10)), true
}
