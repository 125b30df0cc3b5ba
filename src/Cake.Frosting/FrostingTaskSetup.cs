using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before each task, for programs that need no context of their own.</summary>
public abstract class FrostingTaskSetup : FrostingTaskSetup<ICakeContext>;
