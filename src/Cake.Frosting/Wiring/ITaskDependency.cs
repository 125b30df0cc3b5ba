namespace Cake.Frosting.Wiring;

internal interface ITaskDependency
{
    Type Task { get; }
}
