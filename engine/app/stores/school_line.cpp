#include "engine/app/stores/school_line.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/calendar.hpp"

#include <iostream>
#include <utility>

namespace tactus::app {

namespace {

const char* line_name(school::SchoolNews::Line line) {
    switch (line) {
    case school::SchoolNews::Line::trying:
        return "looked for";
    case school::SchoolNews::Line::connected:
        return "connected";
    case school::SchoolNews::Line::offline:
        return "offline";
    case school::SchoolNews::Line::refused:
        return "not let in";
    }
    return "";
}

} // namespace

SchoolLine::SchoolLine(std::filesystem::path data, bool on) : data_(std::move(data)), on_(on) {
    look_for_school();
}

void SchoolLine::look_for_school() {
    if (!on_) {
        return;
    }
    std::optional<school::SchoolLink> found;
    trouble_.clear();
    try {
        found = school::read_link(data_);
    } catch (const UserError& error) { // without a school everything else goes on
        trouble_ = error.what();
    }
    const bool same = found && link_ && found->server == link_->server && found->token == link_->token;
    if (same) {
        return;
    }
    courier_.reset();
    said_ = {};
    pulled_ = 0;
    link_ = std::move(found);
    if (link_) {
        courier_ = std::make_unique<school::Courier>(data_, *link_);
    }
}

void SchoolLine::push_now() {
    if (courier_) {
        courier_->push_now();
    }
}

void SchoolLine::update(const school::Live& live, bool run_under_way) {
    if (courier_) {
        courier_->show(live, run_under_way);
        say_changes(courier_->news());
    }
}

void SchoolLine::say_changes(const school::SchoolNews& news) {
    if (news.line != said_.line || news.waiting != said_.waiting ||
        news.pushed_at_unix_s != said_.pushed_at_unix_s) {
        std::cout << "school: " << line_name(news.line) << ", " << news.waiting << " waiting\n" << std::flush;
    }
    said_ = news;
}

bool SchoolLine::take_arrivals() { return std::exchange(pulled_, said_.pulled) != said_.pulled; }

ui::SchoolView SchoolLine::view() const {
    return {.news = courier_ ? std::optional(courier_->news()) : std::nullopt,
            .address = link_ ? link_->server : "",
            .trouble = trouble_,
            .now_unix_s = records::wall_ms() / 1000};
}

} // namespace tactus::app
