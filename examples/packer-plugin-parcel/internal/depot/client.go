// Package depot talks to the Parcel API, which keeps machine images ("crates") and lends machines ("bays") to make them in.
package depot

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
)

// Client calls one depot with the rights of a token.
type Client struct {
	URL   string
	Token string
}

// Bay is a machine that a crate is packed in.
type Bay struct {
	ID      string `json:"id"`
	Address string `json:"address"`
}

// Crate is a machine image.
type Crate struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Parent string `json:"parent"`
	Size   int64  `json:"size"`
}

// OpenBay starts a machine from a crate, and returns when it has an address.
func (c *Client) OpenBay(ctx context.Context, crate string) (bay Bay, err error) {
	err = c.call(ctx, http.MethodPost, "/bays", map[string]string{"crate": crate}, &bay)
	return bay, err
}

// CloseBay stops a machine and throws away what is in it.
func (c *Client) CloseBay(ctx context.Context, id string) error {
	return c.call(ctx, http.MethodDelete, "/bays/"+url.PathEscape(id), nil, nil)
}

// Pack makes a crate of what is in a bay.
func (c *Client) Pack(ctx context.Context, bay, name string) (crate Crate, err error) {
	err = c.call(ctx, http.MethodPost, "/crates", map[string]string{"bay": bay, "name": name}, &crate)
	return crate, err
}

// Find gives the newest crate of a name.
func (c *Client) Find(ctx context.Context, name string) (crate Crate, err error) {
	err = c.call(ctx, http.MethodGet, "/crates/newest?name="+url.QueryEscape(name), nil, &crate)
	return crate, err
}

// Discard deletes a crate.
func (c *Client) Discard(ctx context.Context, id string) error {
	return c.call(ctx, http.MethodDelete, "/crates/"+url.PathEscape(id), nil, nil)
}

func (c *Client) call(ctx context.Context, method, path string, in, out interface{}) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, method, c.URL+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+c.Token)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode >= http.StatusBadRequest {
		return fmt.Errorf("%s %s: %s", method, path, response.Status)
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(response.Body).Decode(out)
}
