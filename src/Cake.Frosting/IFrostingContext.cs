using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context that a program hands to its tasks.</summary>
public interface IFrostingContext : ICakeContext;
