using System.Runtime.CompilerServices;
using GitOps.Cake.Templates.Parsing;

namespace GitOps.Cake.Templates.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>The value of a pipeline; its variables stay until the caller pops them.</summary>
    private Operand Evaluate(Operand dot, PipeNode pipe) =>
        RuntimeHelpers.TryEnsureSufficientExecutionStack() ? EvaluateAll(dot, pipe) : EvaluateFresh(dot, pipe);

    private Operand EvaluateFresh(Operand dot, PipeNode pipe) => FreshStack.Run(() => EvaluateAll(dot, pipe));

    private Operand EvaluateAll(Operand dot, PipeNode pipe)
    {
        _node = pipe;
        Operand value = default;
        for (var stage = 0; stage < pipe.Commands.Count; stage++)
            value = Evaluate(dot, pipe.Commands[stage], stage == 0 ? null : value).Unboxed;

        foreach (var variable in pipe.Variables)
        {
            if (pipe.IsAssignment)
                Assign(variable, value);
            else
                _variables.Add(new(variable, value));
        }

        return value;
    }

    // Final is the value of the stage before, the command's last argument.
    private Operand Evaluate(Operand dot, CommandNode command, Operand? final)
    {
        var first = command.Operands[0];
        switch (first)
        {
            case PathNode path:
                return Evaluate(dot, path, command.Operands, final);
            case ChainNode chain:
                return Evaluate(dot, chain, command.Operands, final);
            case IdentifierNode identifier:
                return Call(dot, identifier, command, command.Operands, final);
            case PipeNode pipe:
                RefuseArguments(command.Operands, final);
                return Evaluate(dot, pipe);
        }

        _node = first;
        RefuseArguments(command.Operands, final);
        return first switch
        {
            DotNode => dot,
            NumberNode number => new(Constant(number)),
            ConstantNode { Value: { } value } => new(value),
            _ => throw Error("nil is not a command"),
        };
    }

    private Operand Evaluate(Operand dot, PathNode path, List<Node>? operands, Operand? final)
    {
        _node = path;
        if (path.Variable is not { } variable)
            return Fields(dot, dot, path, path.Fields, operands, final);

        var value = ValueOf(variable);
        if (path.Fields.Count > 0)
            return Fields(dot, value, path, path.Fields, operands, final);

        RefuseArguments(operands, final);
        return value;
    }

    private Operand Evaluate(Operand dot, ChainNode chain, List<Node>? operands, Operand? final)
    {
        _node = chain;
        var receiver = Argument(dot, null, chain.Term);
        return Fields(dot, receiver, chain, chain.Fields, operands, final);
    }

    private void RefuseArguments(List<Node>? operands, Operand? final)
    {
        if (operands is { Count: > 1 } || final is not null)
            throw Error($"can't give argument to non-function {operands?[0]}");
    }

    private object Constant(NumberNode number)
    {
        _node = number;
        if (number.Complex is { } complex)
            return new ComplexNumber(complex.Real, complex.Imaginary);
        if (number.LooksLikeFloat)
            return number.Float!.Value;
        return number.Integer is { } integer ? (nint)integer : throw Error($"{number.Written} overflows int");
    }

    private Operand ValueOf(string variable) => _variables[Find(variable)].Value;

    private void Assign(string variable, Operand value)
    {
        var index = Find(variable);
        _variables[index] = new(variable, value);
    }

    private int Find(string variable)
    {
        for (var index = _variables.Count - 1; index >= _variableBase; index--)
        {
            if (_variables[index].Name == variable)
                return index;
        }

        throw Error($"undefined variable: {variable}");
    }
}
