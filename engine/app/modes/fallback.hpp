#pragma once

/// How a kiosk goes on when drawing fails or crawls: a plainer picture, then a still one. Never a blank
/// screen, never an error box. Pure.

namespace tactus::app {

class Fallback {
public:
    enum class Show {
        usual,   ///< as asked for
        plainer, ///< the lowest tier
        still,   ///< a picture that asks to be touched
    };

    static constexpr double soon_s = 300; ///< failures further apart have nothing to do with each other
    static constexpr double retry_s = 60; ///< a still picture tries again by itself

    [[nodiscard]] Show show() const { return show_; }

    /// Drawing ended with an error.
    void failed(double now_s) {
        const bool again = failed_before_ && now_s - failed_s_ < soon_s;
        show_ = show_ == Show::usual || !again ? Show::plainer : Show::still;
        failed_before_ = true;
        failed_s_ = now_s;
    }

    /// Pictures come too slowly. True when something can be done about it.
    bool too_slow() {
        const bool usual = show_ == Show::usual;
        show_ = usual ? Show::plainer : show_;
        return usual;
    }

    /// Somebody touched the still picture, or it has stood for a while.
    void retry() { show_ = Show::plainer; }

private:
    Show show_ = Show::usual;
    bool failed_before_ = false;
    double failed_s_ = 0;
};

} // namespace tactus::app
