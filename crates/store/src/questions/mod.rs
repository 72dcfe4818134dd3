//! The questions, one module each.

mod actors;
mod filters;
mod found;
mod hits;
mod lights;
mod network;
mod places;
mod search;
mod stats;
mod timeline;
mod trace;
