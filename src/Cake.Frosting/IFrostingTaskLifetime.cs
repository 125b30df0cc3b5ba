namespace Cake.Frosting;

/// <summary>Runs before and after each task. A program has one: the last that it registers.</summary>
public interface IFrostingTaskLifetime : IFrostingTaskSetup, IFrostingTaskTeardown;
