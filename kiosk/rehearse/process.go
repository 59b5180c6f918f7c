package rehearse

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
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
	PID    int
	cmd    *exec.Cmd
	output *bytes.Buffer // read it after Stop or Kill
	links  chan string   // one waits: path of the one-time link
	ended  chan struct{}
}

// slowest is how long the program may take, on a busy machine, for what is
// waited for.
const slowest = time.Minute

// FreeAddress finds a loopback address that nothing listens on. Its port is
// none of those that systems give to whoever names none, so that nobody else
// takes it while the program is started again.
func FreeAddress() (address string, err error) {
	for range 100 {
		var l net.Listener
		if l, err = net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", 12000+rand.IntN(20000))); err == nil {
			return l.Addr().String(), l.Close()
		}
	}
	return "", err
}

// Start runs `PATH serve --listen ADDRESS ARGS…` and waits for its greeting.
func Start(path, address string, args ...string) (*Process, error) {
	p := &Process{URL: "http://" + address, output: &bytes.Buffer{}, links: make(chan string, 1), ended: make(chan struct{})}
	p.cmd = exec.Command(path, append([]string{"serve", "--listen", address}, args...)...)
	r, w := io.Pipe()
	p.cmd.Stdout, p.cmd.Stderr = w, w
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	p.PID = p.cmd.Process.Pid
	greeted, read := make(chan string, 1), make(chan struct{})
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
	case <-greeted:
		return p, nil
	case <-p.ended:
		return nil, fmt.Errorf("%s ended at once: %s", path, p.output)
	case <-time.After(slowest):
		p.Kill()
		return nil, fmt.Errorf("%s does not greet: %s", path, p.output)
	}
}

var setupLink = regexp.MustCompile(`/setup/[A-Za-z0-9_-]+`)

// read keeps what the program prints, and notices its greeting and the link in it.
func (p *Process) read(r io.Reader, greeted chan<- string) {
	for lines := bufio.NewScanner(r); lines.Scan(); {
		line := lines.Text()
		fmt.Fprintln(p.output, line)
		if link := setupLink.FindString(line); link != "" {
			p.links <- link
		}
		if strings.Contains(line, "Room sound") {
			greeted <- line
		}
	}
}

// Setup waits for the path of the one-time link, which a room without
// passphrases prints last, and takes it.
func (p *Process) Setup() (string, error) {
	select {
	case link := <-p.links:
		return link, nil
	case <-p.ended:
		return "", fmt.Errorf("no link to set the room up: %s", p.output)
	case <-time.After(slowest):
		return "", errors.New("no link to set the room up")
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
	case <-time.After(slowest):
		p.Kill()
		return p.output.String(), fmt.Errorf("the program does not stop")
	}
}

// SetUp sets the passphrases by the one-time link and signs the organiser in.
func (p *Process) SetUp(ctx context.Context, organiser, manager string) (*http.Client, error) {
	link, err := p.Setup()
	if err != nil {
		return nil, err
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	client := &http.Client{Jar: jar}
	body, err := json.Marshal(map[string]string{
		"token": strings.TrimPrefix(link, "/setup/"), "organiser": organiser, "manager": manager})
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
