namespace Cake.Frosting;

/// <summary>Runs before and after the run. A program has one: the last that it registers.</summary>
public interface IFrostingLifetime : IFrostingSetup, IFrostingTeardown;
