#include "engine/ui/widgets/hand_outline.hpp"

#include <array>
#include <cmath>
#include <vector>

namespace tactus::ui {

namespace {

/// A finger as a line with round sides: its root, its tip and how thick it is. The hand is 1 high, the origin
/// in the middle of the palm, y down; in the order in which the outline meets them, thumb first.
struct Finger {
    Vec2 root;
    Vec2 tip;
    float radius;
};

constexpr int round_pieces = 8;

const std::array fingers{
    Finger{{-0.16F, 0.14F}, {-0.34F, -0.10F}, 0.055F}, Finger{{-0.14F, -0.10F}, {-0.19F, -0.44F}, 0.046F},
    Finger{{-0.03F, -0.13F}, {-0.04F, -0.52F}, 0.048F}, Finger{{0.08F, -0.11F}, {0.11F, -0.46F}, 0.046F},
    Finger{{0.18F, -0.05F}, {0.25F, -0.32F}, 0.040F}};

/// Up the left side of a finger, round its tip, down its right side.
void go_round(std::vector<Vec2>& line, const Finger& finger) {
    const Vec2 along = glm::normalize(finger.tip - finger.root);
    const Vec2 across(-along.y, along.x); // to the right of someone who goes up
    line.push_back(finger.root - across * finger.radius);
    for (int piece = 0; piece <= round_pieces; ++piece) {
        const float turn = 3.14159265F * static_cast<float>(piece) / round_pieces;
        line.push_back(finger.tip - across * (finger.radius * std::cos(turn)) +
                       along * (finger.radius * std::sin(turn)));
    }
    line.push_back(finger.root + across * finger.radius);
}

/// Chaikin's corner cutting, once: a polygon's corners become short curves.
std::vector<Vec2> softened(const std::vector<Vec2>& line) {
    std::vector<Vec2> soft;
    for (std::size_t k = 0; k < line.size(); ++k) {
        const Vec2 next = line[(k + 1) % line.size()];
        soft.push_back(line[k] * 0.75F + next * 0.25F);
        soft.push_back(line[k] * 0.25F + next * 0.75F);
    }
    return soft;
}

} // namespace

void hand_outline(Canvas& canvas, Vec2 middle, float height, Colour colour, float thickness) {
    std::vector<Vec2> line;
    for (const Finger& finger : fingers) {
        go_round(line, finger);
    }
    for (const Vec2& heel : {Vec2(0.22F, 0.20F), Vec2(0.17F, 0.38F), Vec2(0.06F, 0.44F), Vec2(-0.08F, 0.42F),
                             Vec2(-0.16F, 0.30F)}) {
        line.push_back(heel);
    }
    line = softened(softened(line));
    line.push_back(line.front());
    for (Vec2& point : line) {
        point = middle + point * height;
    }
    canvas.polyline(line, colour, thickness);
}

} // namespace tactus::ui
