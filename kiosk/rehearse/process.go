package rehearse

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// Process is the real program running on this machine.
type Process struct {
	URL    string
	Setup  string // path of the one-time link; "" when the passphrases are set
	PID    int
	cmd    *exec.Cmd
	output *bytes.Buffer // read it after Stop or Kill
	ended  chan struct{}
}

// FreeAddress finds a loopback address that nothing listens on.
func FreeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// Start runs `PATH serve --listen ADDRESS ARGS…` and waits for its greeting.
func Start(path, address string, args ...string) (*Process, error) {
	p := &Process{URL: "http://" + address, output: &bytes.Buffer{}, ended: make(chan struct{})}
	p.cmd = exec.Command(path, append([]string{"serve", "--listen", address}, args...)...)
	r, w := io.Pipe()
	p.cmd.Stdout, p.cmd.Stderr = w, w
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	p.PID = p.cmd.Process.Pid
	greeted := make(chan string, 1)
	read := make(chan struct{})
	go func() {
		defer close(read)
		p.read(r, greeted)
	}()
	go func() {
		_ = p.cmd.Wait()
		_ = w.Close()
		<-read
		close(p.ended)
	}()
	select {
	case p.Setup = <-greeted:
		return p, nil
	case <-p.ended:
		return nil, fmt.Errorf("%s ended at once: %s", path, p.output)
	case <-time.After(20 * time.Second):
		p.Kill()
		return nil, fmt.Errorf("%s does not greet: %s", path, p.output)
	}
}

var setupLink = regexp.MustCompile(`/setup/[A-Za-z0-9_-]+`)

// read keeps what the program prints, and notices its greeting.
func (p *Process) read(r io.Reader, greeted chan<- string) {
	links := make(chan string, 1)
	for lines := bufio.NewScanner(r); lines.Scan(); {
		line := lines.Text()
		fmt.Fprintln(p.output, line)
		if link := setupLink.FindString(line); link != "" {
			links <- link
		}
		if strings.Contains(line, "Room sound") {
			go func() { // the link comes last, if there is one
				select {
				case link := <-links:
					greeted <- link
				case <-time.After(300 * time.Millisecond):
					greeted <- ""
				}
			}()
		}
	}
}

// Kill ends the program at once, as a power cut would.
func (p *Process) Kill() {
	_ = p.cmd.Process.Kill()
	<-p.ended
}

// Stop ends it as a person would, and gives what it printed.
func (p *Process) Stop() (string, error) {
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-p.ended:
		return p.output.String(), nil
	case <-time.After(20 * time.Second):
		p.Kill()
		return p.output.String(), fmt.Errorf("the program does not stop")
	}
}

// SetUp sets the passphrases by the one-time link and signs the organiser in.
func (p *Process) SetUp(ctx context.Context, organiser, manager string) (*http.Client, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	client := &http.Client{Jar: jar}
	body, err := json.Marshal(map[string]string{
		"token": strings.TrimPrefix(p.Setup, "/setup/"), "organiser": organiser, "manager": manager})
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.URL+"/api/v1/setup", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("set up: %s", res.Status)
	}
	return client, nil
}
