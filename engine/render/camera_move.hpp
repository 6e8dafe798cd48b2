#pragma once
/// A camera that glides to where it is sent.

#include "engine/render/camera.hpp"

namespace tactus::render {

class CameraMove {
public:
    explicit CameraMove(const Camera& at) : from_(at), to_(at) {}

    /// Starts on the way from where it is now; at once = without a way.
    void go(const Camera& to, bool at_once);

    /// Follows a goal that moves a little (orbit, drift) without starting anew.
    void follow(const Camera& to) { to_ = to; }

    void advance(double elapsed_s) { share_ += static_cast<float>(elapsed_s) / way_s; }

    [[nodiscard]] bool moving() const { return share_ < 1; }

    [[nodiscard]] Camera now() const;

private:
    static constexpr float way_s = 0.9F;

    Camera from_;
    Camera to_;
    float share_ = 1; ///< of the way
};

} // namespace tactus::render
