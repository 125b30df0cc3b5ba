namespace Cake.Frosting.Wiring;

internal interface IReverseTaskDependency
{
    Type Task { get; }
}
