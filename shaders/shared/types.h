/* Structs in this folder are read by GLSL and by C++ alike: scalar layout, members of 4 bytes or made of them.
   SHARED_SIZE asserts the size on the C++ side; tests/engine/render compares the offsets with the compiled shader. */
#ifndef TACTUS_SHARED_TYPES_H
#define TACTUS_SHARED_TYPES_H
#ifdef __cplusplus
#include <cstdint>
#include <glm/glm.hpp>
#define SHARED_BEGIN namespace tactus::shared { using glm::vec2; using glm::vec3; using glm::vec4; using glm::mat4; using glm::mix; using glm::smoothstep; using glm::dot; using uint = std::uint32_t;
#define SHARED_SIZE(type, bytes) static_assert(sizeof(type) == (bytes));
#define SHARED_END }
#define SHARED_CONSTANT inline constexpr
#define SHARED_FUNCTION inline
#else
#define SHARED_BEGIN
#define SHARED_SIZE(type, bytes)
#define SHARED_END
#define SHARED_CONSTANT const
#define SHARED_FUNCTION
#endif
#endif
