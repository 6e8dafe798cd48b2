#include "sim/records/page_html.hpp"

#include <array>
#include <ctime>

namespace tactus::records {
namespace {

constexpr const char* head_end = R"html(</title><style>
@page { size: A4; margin: 15mm }
body { font: 11pt/1.4 sans-serif; color: #1d2733; max-width: 180mm; margin: 8mm auto; padding: 0 4mm }
h1 { font-size: 18pt } h2 { font-size: 14pt; margin-top: 8mm; border-bottom: 1px solid #9fb0bd }
h3 { font-size: 11pt; margin: 5mm 0 1mm } article { break-inside: avoid }
svg { width: 100%; display: block } table { border-collapse: collapse; width: 100%; font-size: 9.5pt }
th, td { text-align: left; padding: 1mm 2mm; border-bottom: 1px solid #d5dde2 } tr { break-inside: avoid }
.figure { text-align: right } svg text { font: 10px sans-serif; fill: #41505d }
.axis { fill: none; stroke: #41505d } .line { fill: none; stroke: #0b6e7f; stroke-width: 1.5 }
.band { fill: #d8ead3 } .mark { fill: #fff; stroke: #a8471c; stroke-width: 2 }
.dot { fill: #0b6e7f; fill-opacity: .55 } .rule { stroke: #a8471c; stroke-dasharray: 5 3 }
.trough { fill: #e7edf1 } .fill { fill: #0b6e7f } small { color: #41505d }
</style></head><body>
)html";

} // namespace

std::string page_head(const std::string& title) {
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Tactus: " + title +
           head_end;
}

std::string when_words(std::int64_t unix_s) {
    if (unix_s == 0) {
        return "day unknown";
    }
    const std::time_t time = unix_s;
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M UTC", &utc);
    return text.data();
}

} // namespace tactus::records
