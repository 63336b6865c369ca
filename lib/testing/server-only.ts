// The real package refuses to load outside React's server condition, which unit tests do not set.
export {};
