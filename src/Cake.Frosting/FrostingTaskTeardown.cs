using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs after each task, for programs that need no context of their own.</summary>
public abstract class FrostingTaskTeardown : FrostingTaskTeardown<ICakeContext>;
