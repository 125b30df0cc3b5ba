using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before and after each task, for programs that need no context of their own.</summary>
public abstract class FrostingTaskLifetime : FrostingTaskLifetime<ICakeContext>;
